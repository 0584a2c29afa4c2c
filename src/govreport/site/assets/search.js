// The search of a site: every word has to stand in a report's title, agency, year, region, number or scope, or in its text.
// Nothing is fetched: the lists are scripts, so that the page works when it is opened as a file. Of a word in the text every two
// characters that are next to one another have to be next to one another in the report, somewhere.
(function () {
  "use strict";
  var SHARES = 64;
  var index = window.govreportIndex || [];
  var form = document.getElementById("search");
  var field = document.getElementById("words");
  var found = document.getElementById("found");
  var results = document.getElementById("results");
  var most = 200;
  var shares = {};
  var texts = index.map(function (entry) {
    return plain([entry[0], entry[1], entry[2] === null ? "" : entry[2], entry[3], entry[4], entry[6]].join(" "));
  });

  window.govreportPairs = function (share, pairs) {
    shares[share] = pairs;
    show();
  };

  function plain(text) {
    return String(text).normalize("NFKC").toLowerCase();
  }

  function pairsOf(word) {
    var characters = Array.from(word);
    return characters.slice(1).map(function (each, at) { return [characters[at], each]; }).filter(function (pair) {
      return /^[\p{L}\p{N}]{2}$/u.test(pair.join(""));
    });
  }

  function shareOf(pair) {
    return (pair[0].codePointAt(0) * 31 + pair[1].codePointAt(0)) % SHARES;
  }

  // The reports in which a pair stands, null while its share is not here yet.
  function reportsWith(pair) {
    var share = shareOf(pair);
    if (!(share in shares)) {
      shares[share] = null;
      var script = document.createElement("script");
      script.src = "search/" + share + ".js";
      document.head.append(script);
    }
    if (shares[share] === null) {
      return null;
    }
    var key = pair.join("");
    var steps = Object.prototype.hasOwnProperty.call(shares[share], key) ? shares[share][key].split(" ") : [];
    var number = 0;
    return new Set(steps.map(function (step) { number += parseInt(step, 36); return number; }));
  }

  function inTexts(word) {
    var sets = pairsOf(word).map(reportsWith);
    if (!sets.length || sets.indexOf(null) >= 0) {
      return null;
    }
    return new Set(Array.from(sets[0]).filter(function (number) {
      return sets.every(function (set) { return set.has(number); });
    }));
  }

  function matches(query) {
    var wanted = plain(query).split(/\s+/).filter(Boolean);
    var within = wanted.map(inTexts);
    var met = [];
    index.forEach(function (entry, at) {
      var text = false;
      var all = wanted.every(function (word, which) {
        if (texts[at].indexOf(word) >= 0) {
          return true;
        }
        text = within[which] !== null && within[which].has(at);
        return text;
      });
      if (wanted.length && all) {
        met.push([entry, text]);
      }
    });
    return met.sort(function (one, other) { return one[1] - other[1]; });
  }

  function show() {
    var met = matches(field.value);
    results.textContent = "";
    found.textContent = "";
    if (!plain(field.value).trim()) {
      return;
    }
    met.slice(0, most).forEach(function (each) {
      var entry = each[0];
      var item = document.createElement("li");
      var link = document.createElement("a");
      var note = document.createElement("span");
      link.href = entry[5];
      link.textContent = entry[0];
      note.className = "soft";
      note.textContent = [entry[3], entry[1], entry[2], entry[6], each[1] ? found.dataset.text : ""].filter(Boolean).join(" · ");
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
