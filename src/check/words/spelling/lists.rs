//! Words, and how they are spelt here: `wrong=right`, with a bar for a space.
//!
//! Forms with -ize are left alone: they are British as well. So is what is a
//! British word besides (“meter”, “tire”, “check”, “draft”), and what is a name
//! more often than a word.

/// American forms.
pub(super) const AMERICAN: &str = "\
    airplane=aeroplane airplanes=aeroplanes aluminum=aluminium \
    analog=analogue analyze=analyse analyzed=analysed analyzes=analyses analyzing=analysing \
    anemia=anaemia armor=armour armored=armoured behavior=behaviour behavioral=behavioural \
    behaviors=behaviours caliber=calibre cancelation=cancellation canceled=cancelled \
    canceling=cancelling catalog=catalogue catalogs=catalogues catalyze=catalyse catalyzed=catalysed \
    catalyzes=catalyses catalyzing=catalysing cellphone=mobile|phone cellphones=mobile|phones \
    center=centre centered=centred centering=centring centers=centres centimeter=centimetre \
    centimeters=centimetres channeled=channelled channeling=channelling color=colour \
    colored=coloured colorful=colourful coloring=colouring colorless=colourless colors=colours \
    councilor=councillor councilors=councillors counseled=counselled counseling=counselling \
    counselor=counsellor counselors=counsellors cozy=cosy defense=defence defenseless=defenceless \
    defenses=defences demeanor=demeanour dialed=dialled dialing=dialling diarrhea=diarrhoea \
    discolored=discoloured dishonor=dishonour endeavor=endeavour endeavors=endeavours enroll=enrol \
    enrollment=enrolment enrollments=enrolments enrolls=enrols equaled=equalled equaling=equalling \
    favor=favour favorable=favourable favored=favoured favoring=favouring favorite=favourite \
    favorites=favourites favoritism=favouritism favors=favours fervor=fervour fiber=fibre \
    fibers=fibres flavor=flavour flavored=flavoured flavors=flavours fueled=fuelled fueling=fuelling \
    fulfill=fulfil fulfillment=fulfilment fulfills=fulfils glamor=glamour gray=grey grays=greys \
    grueling=gruelling harbor=harbour harbors=harbours honor=honour honorable=honourable \
    honored=honoured honoring=honouring honors=honours humor=humour initialed=initialled \
    initialing=initialling installment=instalment installments=instalments instill=instil \
    instills=instils jewelry=jewellery kidnaped=kidnapped kidnaping=kidnapping kilometer=kilometre \
    kilometers=kilometres labeled=labelled labeling=labelling labor=labour laborer=labourer \
    laborers=labourers leukemia=leukaemia leveled=levelled leveling=levelling licorice=liquorice \
    liter=litre liters=litres maneuver=manoeuvre maneuvers=manoeuvres marveled=marvelled \
    marveling=marvelling marvelous=marvellous math=maths meager=meagre millimeter=millimetre \
    millimeters=millimetres misbehavior=misbehaviour modeled=modelled modeler=modeller \
    modeling=modelling mom=mum mommy=mummy moms=mums mustache=moustache neighbor=neighbour \
    neighborhood=neighbourhood neighborhoods=neighbourhoods neighboring=neighbouring \
    neighbors=neighbours odor=odour odors=odours offense=offence offenses=offences \
    orthopedic=orthopaedic pajamas=pyjamas paneled=panelled paneling=panelling paralyze=paralyse \
    paralyzed=paralysed paralyzes=paralyses paralyzing=paralysing parlor=parlour \
    pediatric=paediatric pediatrician=paediatrician penciled=pencilled penciling=pencilling \
    plow=plough practiced=practised practicing=practising pretense=pretence quarreled=quarrelled \
    quarreling=quarrelling relabeled=relabelled relabeling=relabelling rumor=rumour rumors=rumours \
    savior=saviour signaled=signalled signaling=signalling skeptic=sceptic skeptical=sceptical \
    skillful=skilful skillfully=skilfully snorkeled=snorkelled snorkeling=snorkelling somber=sombre \
    specter=spectre spiraled=spiralled spiraling=spiralling splendor=splendour swiveled=swivelled \
    swiveling=swivelling theater=theatre theaters=theatres totaled=totalled totaling=totalling \
    traveled=travelled traveler=traveller travelers=travellers traveling=travelling trialed=trialled \
    trialing=trialling tumor=tumour tumors=tumours tunneled=tunnelled tunneling=tunnelling \
    unfavorable=unfavourable unraveled=unravelled unraveling=unravelling vapor=vapour vigor=vigour \
    willful=wilful willfully=wilfully woolen=woollen worshiped=worshipped worshiping=worshipping";

/// Slips that are made often, none of which is a word.
pub(super) const SLIPS: &str = "\
    absense=absence accesible=accessible accomodate=accommodate \
    accomodated=accommodated accomodation=accommodation acess=access acheive=achieve \
    acheived=achieved acheivement=achievement achive=achieve acknowlege=acknowledge \
    acommodate=accommodate acording=according additonal=additional adress=address adresses=addresses \
    agreeement=agreement agreemnt=agreement agression=aggression agressive=aggressive \
    alegation=allegation alegations=allegations allegaton=allegation allways=always alot=a|lot \
    alread=already annualy=annually anonimous=anonymous anual=annual anwser=answer apparant=apparent \
    appropiate=appropriate appropriatly=appropriately aproach=approach apropriate=appropriate \
    arguement=argument arguements=arguments arrangment=arrangement arrangments=arrangements \
    asociated=associated assesment=assessment assesments=assessments aswell=as|well atleast=at|least \
    attendence=attendance avaible=available availible=available avaliable=available beacuse=because \
    becasue=because becuase=because begining=beginning behaivour=behaviour behavoir=behaviour \
    behavoiur=behaviour behavour=behaviour beleive=believe beleived=believed belive=believe \
    benifit=benefit benifits=benefits buisness=business bullyng=bullying calender=calendar \
    calenders=calendars carefull=careful catagory=category cencern=concern chidren=children childern=children \
    chilren=children collegue=colleague collegues=colleagues comittee=committee commited=committed \
    commitee=committee commiting=committing committe=committee committment=commitment \
    completly=completely comunicate=communicate comunication=communication concens=concerns \
    concious=conscious conciously=consciously conection=connection confidentialty=confidentiality \
    consistant=consistent consistantly=consistently contibute=contribute controll=control \
    correspondance=correspondence critera=criteria curiculum=curriculum \
    curriculem=curriculum decison=decision deffinite=definite defiantely=definitely \
    definately=definitely definatly=definitely definitly=definitely descision=decision \
    desicion=decision developement=development dicsuss=discuss diffcult=difficult \
    differant=different diffrent=different dilemna=dilemma disapoint=disappoint \
    disapointed=disappointed discloure=disclosure disclousre=disclosure \
    discrimanation=discrimination dissapear=disappear dissapoint=disappoint effecient=efficient \
    embarass=embarrass embarassed=embarrassed embarassing=embarrassing embarassment=embarrassment \
    emergancy=emergency emial=email emials=emails emrgency=emergency ensureing=ensuring \
    enviroment=environment enviromental=environmental enviroments=environments equipement=equipment \
    equiptment=equipment especialy=especially exagerate=exaggerate excercise=exercise \
    excercises=exercises existance=existence experiance=experience experiances=experiences \
    explaination=explanation facillitate=facilitate familar=familiar finaly=finally foriegn=foreign \
    fourty=forty freind=friend freindly=friendly freinds=friends futher=further garantee=guarantee \
    gaurantee=guarantee gaurd=guard gaurdian=guardian gaurdians=guardians govener=governor \
    goveners=governors govenor=governor govenors=governors goverment=government grammer=grammar \
    greatful=grateful guidence=guidance guidlines=guidelines happended=happened harasment=harassment \
    harrass=harass harrassed=harassed harrassing=harassing harrassment=harassment helpfull=helpful hieght=height \
    higene=hygiene hygeine=hygiene identifed=identified ilegal=illegal illegaly=illegally \
    imediately=immediately immediatly=immediately impliment=implement implimentation=implementation \
    inappropiate=inappropriate inapropriate=inappropriate incidant=incident incidants=incidents \
    indentify=identify independant=independent independantly=independently infact=in|fact \
    infomation=information informaton=information infromation=information inital=initial \
    innappropriate=inappropriate innapropriate=inappropriate interent=internet \
    intergrated=integrated internt=internet interupt=interrupt intial=initial intrest=interest \
    involvment=involvement issueing=issuing knowledgable=knowledgeable knowlege=knowledge \
    langauge=language langauges=languages lenght=length liase=liaise liason=liaison lieing=lying \
    likelyhood=likelihood lisence=licence maintainance=maintenance maintenence=maintenance \
    managment=management manditory=mandatory measurment=measurement medecine=medicine \
    millenium=millennium mischievious=mischievous mispell=misspell misuderstand=misunderstand \
    moniter=monitor monitered=monitored monitering=monitoring neccesary=necessary \
    neccessary=necessary necesary=necessary necessery=necessary neglible=negligible neice=niece \
    ninty=ninety noone=no|one noticable=noticeable ocassion=occasion ocassionally=occasionally \
    occasionaly=occasionally occassion=occasion occassionally=occasionally occour=occur \
    occuped=occupied occurance=occurrence occured=occurred occurence=occurrence \
    occurences=occurrences occuring=occurring offical=official onilne=online onlne=online \
    oportunity=opportunity oppurtunities=opportunities oppurtunity=opportunity optomise=optimise \
    organistion=organisation orginal=original outragous=outrageous paretns=parents parnets=parents \
    particulary=particularly passwrod=password passwrods=passwords paticular=particular peice=piece \
    peices=pieces perants=parents permanant=permanent persistant=persistent personell=personnel \
    persue=pursue phse=PSHE policys=policies posession=possession possable=possible \
    possesion=possession potentialy=potentially pratice=practice prefered=preferred \
    prefering=preferring preperation=preparation prevelent=prevalent privelege=privilege \
    priviledge=privilege priviledges=privileges probaly=probably proberly=properly procede=proceed \
    proceedure=procedure proceedures=procedures profesional=professional proffesional=professional \
    proffessional=professional pronounciation=pronunciation protecton=protection protocal=protocol \
    publically=publicly pupisl=pupils puplis=pupils pupls=pupils questionaire=questionnaire \
    questionaires=questionnaires radicalistion=radicalisation reasonible=reasonable \
    reccomend=recommend reccommend=recommend reciept=receipt recieve=receive recieved=received \
    recieveing=receiving recieves=receives recieving=receiving recomend=recommend \
    recomended=recommended refered=referred refering=referring refusual=refusal regulaly=regularly \
    regulary=regularly relavent=relevant relevent=relevant religous=religious rember=remember \
    remeber=remember reponse=response reponsibility=responsibility reponsible=responsible \
    reqiure=require requirment=requirement requirments=requirements resiliance=resilience \
    resourse=resource resourses=resources respectfull=respectful responsability=responsibility \
    responsable=responsible responsibilites=responsibilities responsibilty=responsibility \
    resposibility=responsibility resposible=responsible restaraunt=restaurant rythm=rhythm \
    safegarding=safeguarding safegaurd=safeguard safegaurding=safeguarding safeguading=safeguarding \
    safegurding=safeguarding safguarding=safeguarding saftey=safety sanctons=sanctions \
    secetary=secretary secratary=secretary secruity=security secuity=security sensative=sensitive \
    sentance=sentence sentances=sentences seperate=separate seperated=separated \
    seperately=separately seperation=separation serach=search sevral=several shcool=school \
    shedule=schedule shool=school sieze=seize signifcant=significant similiar=similar \
    sincerly=sincerely socail=social specificaly=specifically statuatory=statutory \
    statutary=statutory stratagy=strategy strenght=strength strengthing=strengthening \
    studing=studying subscibe=subscribe succes=success succesful=successful succesfully=successfully \
    successfull=successful sucessful=successful sugest=suggest supercede=supersede \
    superceded=superseded supervison=supervision suport=support suported=supported supress=suppress \
    suprise=surprise suspicous=suspicious teachr=teacher teahcer=teacher techer=teacher \
    techers=teachers technolgy=technology techology=technology tecnology=technology teh=the \
    thier=their thorughout=throughout threatning=threatening threshhold=threshold throught=through \
    througout=throughout tommorow=tomorrow tommorrow=tomorrow tomorow=tomorrow trainning=training \
    transfered=transferred truely=truly unacceptabe=unacceptable unacceptible=unacceptable \
    unathorised=unauthorised unautherised=unauthorised unforseen=unforeseen unneccessary=unnecessary \
    untill=until upto=up|to usally=usually useage=usage usefull=useful ususally=usually \
    visable=visible volunter=volunteer volunters=volunteers vulnerabilty=vulnerability \
    vulnerible=vulnerable vunerable=vulnerable webiste=website welbeing=wellbeing wellbing=wellbeing \
    wesbite=website wheras=whereas whith=with wierd=weird wierdly=weirdly \
    withing=within writen=written writting=writing yeild=yield";
