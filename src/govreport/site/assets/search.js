// The search of a site: every word has to stand in a report's title, agency, year, region or number.
// Nothing is fetched: the index is a script, so that the page works when it is opened as a file.
(function () {
  "use strict";
  var index = window.govreportIndex || [];
  var form = document.getElementById("search");
  var field = document.getElementById("words");
  var found = document.getElementById("found");
  var results = document.getElementById("results");
  var most = 200;
  var texts = index.map(function (entry) {
    return plain([entry[0], entry[1], entry[2] === null ? "" : entry[2], entry[3], entry[4]].join(" "));
  });

  function plain(text) {
    return String(text).normalize("NFKC").toLowerCase();
  }

  function matches(query) {
    var wanted = plain(query).split(/\s+/).filter(Boolean);
    if (!wanted.length) {
      return [];
    }
    return index.filter(function (entry, at) {
      return wanted.every(function (word) { return texts[at].indexOf(word) >= 0; });
    });
  }

  function show() {
    var query = field.value;
    var met = matches(query);
    results.textContent = "";
    found.textContent = "";
    if (!plain(query).trim()) {
      return;
    }
    met.slice(0, most).forEach(function (entry) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      var note = document.createElement("span");
      link.href = entry[5];
      link.textContent = entry[0];
      note.className = "soft";
      note.textContent = [entry[3], entry[1], entry[2]].filter(Boolean).join(" · ");
      item.append(link, " ", note);
      results.append(item);
    });
    found.textContent = found.dataset.found.replace("#", met.length) + (met.length > most ? found.dataset.first.replace("#", most) : "");
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); show(); });
  field.addEventListener("input", show);
  field.value = new URLSearchParams(location.search).get("words") || "";
  show();
})();
