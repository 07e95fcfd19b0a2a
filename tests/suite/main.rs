//! The whole tool from outside: small sites, and what becomes of them.

// Tests make sites on disk, which is what the library's rooms are kept from.
#![expect(
    clippy::disallowed_methods,
    reason = "tests write sites and read what was made of them"
)]
#![expect(
    clippy::format_push_string,
    clippy::format_collect,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "made-up sites are written to be read; their names are ours"
)]

mod acronyms;
mod addresses;
mod again;
mod agreements;
mod approve;
mod build;
mod by_hand;
mod checklists;
mod colours;
mod coverage;
mod defects;
mod demo;
mod desk;
mod exceptions;
mod explained;
mod fronts;
mod generated;
mod grades;
mod harmless;
mod init;
mod kill;
mod large;
mod leaks;
mod links;
mod manual;
mod own_words;
mod pack;
mod photos;
mod planned;
mod print;
mod procedures;
mod registers;
mod review_desk;
mod review_line;
mod reviews;
mod rules;
mod samples;
mod schemas;
mod search;
mod serve;
mod site;
mod slips;
mod small;
mod standing;
mod statement;
mod stories;
mod tables;
mod theme;
mod tidy;
mod time_travel;
mod trespass;
mod wording;
