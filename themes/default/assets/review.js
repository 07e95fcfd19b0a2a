// Says that a review is overdue, on a page that was built before it was.
//
// The page has the words: a <template> in an element with data-due="2026-09-30".
// Once that day is over where the reader is, they are shown. This adds and never
// takes away: without it the due date stands on the page all the same.
addEventListener("pageshow", function () {
  "use strict";
  var two = function (number) { return (number < 10 ? "0" : "") + number; };
  var now = new Date();
  var today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  document.querySelectorAll("[data-due]").forEach(function (place) {
    var words = place.querySelector("template");
    var said = place.childElementCount > 1;
    if (words && !said && place.getAttribute("data-due") < today) {
      place.appendChild(words.content.cloneNode(true));
    }
  });
});
