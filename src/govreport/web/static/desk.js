/* The form of a report: moves like a spreadsheet, checks sums while one types, saves by itself. Without it everything still works, by buttons. */
"use strict";
(function () {
  const form = document.getElementById("report");
  if (!form) return;
  const given = JSON.parse(document.getElementById("relations").textContent);
  const words = form.dataset;
  const fields = Array.from(form.querySelectorAll("[data-field]"));
  const cells = fields.filter((field) => field.dataset.line !== undefined);
  const byName = new Map(fields.map((field) => [field.name, field]));
  // as the page came: what a hand, or the browser on the way back, has put there before this ran is not saved yet
  const came = (field) => (field.options ? Array.from(field.options).filter((each) => each.defaultSelected).map((each) => each.value)[0] || "" : field.defaultValue);
  const saved = new Map(fields.map((field) => [field.name, came(field)]));
  const marks = new Set(given.marks);
  const soft = new Set(given.soft); // codes whose failure is no error
  const SCALE = 1000000n;
  let told = given.cells; // what the server said of fields, by name: [severity, message]
  let sums = new Map(); // what does not add up, by field: message
  let sending = new Map();
  let timer = 0;

  /* --- Figures: exact, as integers of millionths --- */

  function figure(text) {
    const bare = text.normalize("NFKC").trim().replace(/,(?=\d{3}(\D|$))/g, "");
    if (bare === "" || bare === "NA" || marks.has(text.trim())) return null;
    const found = /^([+-]?)(\d{1,12})(?:\.(\d{1,6}))?$/.exec(bare);
    if (!found) return undefined;
    const number = BigInt(found[2]) * SCALE + BigInt((found[3] || "").padEnd(6, "0"));
    return found[1] === "-" ? -number : number;
  }

  function written(number) {
    const digits = (number < 0n ? -number : number).toString().padStart(7, "0");
    const decimals = digits.slice(-6).replace(/0+$/, "");
    return (number < 0n ? "-" : "") + digits.slice(0, -6) + (decimals ? "." + decimals : "");
  }

  function side(terms) {
    const found = { total: 0n, blanks: 0, open: false, terms: [] };
    for (const term of terms) {
      const field = term.field && byName.get(term.field);
      const number = figure(field ? field.value : term.value || "");
      if (number === null || number === undefined) {
        found.blanks += 1;
        found.open = found.open || Boolean(field && field.dataset.kind === "change");
      } else {
        found.total += number;
      }
      if (number || terms.length < 9) found.terms.push(term.name + " " + (number === null || number === undefined ? "–" : written(number)));
    }
    if (found.terms.length < terms.length) found.terms.push("…");
    return found;
  }

  function sentence(found) {
    return found.terms.length === 1 ? found.terms[0] : found.terms.join(" + ") + " = " + written(found.total);
  }

  function add() {
    sums = new Map();
    for (const each of given.relations) {
      const left = side(each.left);
      const right = side(each.right);
      const unsure = left.blanks + right.blanks === each.left.length + each.right.length || left.open || right.open;
      const fails = !unsure && ((left.total < right.total && !left.blanks) || (right.total < left.total && !right.blanks));
      if (!fails) continue;
      const less = left.total < right.total ? right.total - left.total : left.total - right.total;
      const message = sentence(left) + " ≠ " + sentence(right) + words.between + words.differs.replace("{difference}", written(less));
      for (const term of [...each.left, ...each.right]) {
        if (!term.field || !byName.has(term.field)) continue;
        const weight = term.field !== each.at ? 0 : soft.has(each.code) ? 1 : 2;
        const known = sums.get(term.field);
        if (!known || weight > known.weight) sums.set(term.field, { message, weight });
      }
    }
  }

  function mark() {
    add();
    const undone = new Map();
    for (const field of fields) {
      const sum = sums.get(field.name);
      const wrong = field.dataset.kind && field.value.trim() !== "" && figure(field.value) === undefined;
      const said = told[field.name];
      const fresh = said && field.value === saved.get(field.name) && !(field.dataset.line !== undefined && field.value.trim() === "");
      field.classList.toggle("sum", Boolean(sum));
      field.classList.toggle("fails", Boolean(wrong || (sum && sum.weight === 2) || (fresh && said[0] === "error")));
      field.classList.toggle("doubt", Boolean((sum && sum.weight === 1) || (fresh && said[0] === "warning")));
      field.setAttribute("aria-invalid", String(field.classList.contains("fails")));
      const note = wrong ? words.wrong : sum ? sum.message : fresh ? said[1] : "";
      field.dataset.note = [note, field.dataset.remark].filter(Boolean).join(" · ");
      if (field.dataset.line !== undefined) {
        const table = field.dataset.table;
        undone.set(table, (undone.get(table) || 0) + (field.value.trim() === "" ? 1 : 0));
        field.classList.toggle("blank", field.value.trim() === "");
      }
    }
    for (const [table, count] of undone) {
      for (const place of document.querySelectorAll('[data-undone="' + table + '"]')) {
        place.textContent = count ? words.undone.replace("{count}", count) : words.done;
        place.classList.toggle("complete", !count);
      }
    }
    speak(document.activeElement);
  }

  const bar = document.getElementById("bar");
  const annotate = document.getElementById("annotate");
  function speak(field) {
    if (!bar || !field || !byName.has(field.name)) return;
    bar.firstElementChild.textContent = field.getAttribute("aria-label") || field.dataset.name || "";
    bar.lastElementChild.textContent = field.dataset.note || "";
    bar.classList.toggle("fails", Boolean(field.dataset.note));
    bar.parentElement.classList.add("told");
    annotate.hidden = field.dataset.line === undefined;
    annotate.search = "?field=" + encodeURIComponent(field.name);
  }

  /* --- Moves --- */

  function at(field) {
    return { table: field.dataset.table, line: Number(field.dataset.line), place: Number(field.dataset.place), span: Number(field.dataset.span) };
  }

  function beside(field, down, across) {
    const here = at(field);
    const others = cells.filter((cell) => cell.dataset.table === here.table && cell !== field).map((cell) => [cell, at(cell)]);
    const fitting = others.filter(([, there]) =>
      down ? (there.line - here.line) * down > 0 && there.place < here.place + here.span && here.place < there.place + there.span
           : there.line === here.line && (there.place - here.place) * across > 0);
    fitting.sort((one, other) => down ? (one[1].line - other[1].line) * down || one[1].place - other[1].place : (one[1].place - other[1].place) * across);
    return fitting.length ? fitting[0][0] : null;
  }

  function next(field) {
    return cells[cells.indexOf(field) + 1] || null;
  }

  function go(field) {
    if (!field) return;
    field.focus();
    field.select();
  }

  form.addEventListener("keydown", (event) => {
    const field = event.target;
    if (field.dataset === undefined || field.dataset.line === undefined || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const within = field.dataset.editing === "yes"; // as in a spreadsheet: F2 or a double click, and arrows move inside the cell
    const moves = {
      ArrowUp: () => beside(field, -1, 0),
      ArrowDown: () => beside(field, 1, 0),
      Enter: () => event.shiftKey ? beside(field, -1, 0) : beside(field, 1, 0) || next(field),
      ArrowLeft: () => !within || field.selectionEnd === 0 ? beside(field, 0, -1) : undefined,
      ArrowRight: () => !within || field.selectionStart === field.value.length ? beside(field, 0, 1) : undefined,
    };
    if (event.key === "F2") {
      edit(field);
      field.setSelectionRange(field.value.length, field.value.length);
      return;
    }
    if (event.key === "Escape") {
      field.value = field.dataset.entered === undefined ? field.value : field.dataset.entered;
      changed();
      field.select();
      return;
    }
    if (!moves[event.key]) return;
    const there = moves[event.key]();
    if (there === undefined) return;
    event.preventDefault();
    go(there);
  });

  function edit(field) {
    if (field.dataset !== undefined && field.dataset.line !== undefined) field.dataset.editing = "yes";
  }

  form.addEventListener("dblclick", (event) => edit(event.target));

  form.addEventListener("focusin", (event) => {
    if (!byName.has(event.target.name)) return;
    event.target.dataset.editing = "no";
    event.target.dataset.entered = event.target.value;
    if (event.target.dataset.line !== undefined) event.target.select();
    speak(event.target);
  });

  form.addEventListener("paste", (event) => {
    const field = event.target;
    if (field.dataset.line === undefined) return;
    const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    let put = 0;
    let lost = 0;
    let start = field;
    for (const line of text.split("\n")) {
      let cell = start;
      for (const entry of line.split("\t")) {
        if (cell) {
          cell.value = entry.trim();
          put += 1;
          cell = beside(cell, 0, 1);
        } else if (entry.trim() !== "") {
          lost += 1;
        }
      }
      start = start && beside(start, 1, 0);
    }
    changed();
    bar.lastElementChild.textContent = (lost ? words.pastedPart : words.pasted).replace("{count}", put).replace("{lost}", lost);
  });

  /* --- Saving --- */

  function status(text, failed) {
    const place = document.getElementById("status");
    place.textContent = text;
    place.classList.toggle("fails", Boolean(failed));
  }

  function unsaved() {
    return fields.filter((field) => field.value !== saved.get(field.name));
  }

  function changed() {
    mark();
    window.clearTimeout(timer);
    if (!unsaved().length) return;
    status(words.unsaved);
    timer = window.setTimeout(save, 900);
  }

  function save() {
    window.clearTimeout(timer);
    if (unsaved().length && window.htmx) window.htmx.trigger(form, "save");
  }

  /* The session has ended: once somebody has logged in beside, in another window, what was typed here is saved with the new token. */
  function renew() {
    fetch("/api/v1/session", { headers: { Accept: "application/json" } })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((found) => {
        if (!found || !found.form_token) {
          timer = window.setTimeout(renew, 5000);
          return;
        }
        form.setAttribute("hx-headers", JSON.stringify({ "X-CSRF-Token": found.form_token }));
        for (const field of document.querySelectorAll('input[name="csrf"]')) field.value = found.form_token;
        save();
      })
      .catch(() => (timer = window.setTimeout(renew, 5000)));
  }

  form.addEventListener("input", changed);
  document.addEventListener("visibilitychange", () => document.hidden && save());
  window.addEventListener("beforeunload", (event) => {
    if (unsaved().length && !form.dataset.leaving) event.preventDefault();
  });

  document.body.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.elt !== form) return;
    const parameters = event.detail.parameters;
    sending = new Map();
    for (const field of fields) {
      if (field.value === saved.get(field.name)) {
        delete parameters[field.name];
      } else {
        sending.set(field.name, field.value);
        parameters["was/" + field.name] = saved.get(field.name);
      }
    }
    status(words.saving);
  });

  document.body.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.elt !== form) return;
    if (!event.detail.successful) {
      if (event.detail.xhr.status === 404) {
        status(words.gone, true);
        return;
      }
      const ended = [401, 403].includes(event.detail.xhr.status);
      status(ended ? words.ended : words.failed, true);
      timer = window.setTimeout(ended ? renew : save, 5000);
      return;
    }
    for (const [name, value] of sending) saved.set(name, value);
    const answer = JSON.parse(document.getElementById("sync").dataset.answer);
    told = answer.cells;
    for (const [name, value] of Object.entries(answer.fields)) {
      const field = byName.get(name);
      if (!field) continue;
      if (field.value === saved.get(name)) {
        saved.set(name, value);
        if (field.value !== value) {
          field.value = value;
          field.classList.add("arrived");
        }
      }
    }
    if (unsaved().length) changed();
    else mark();
  });

  form.addEventListener("submit", () => {
    form.dataset.leaving = "yes";
    for (const field of unsaved()) {
      const was = document.createElement("input");
      was.type = "hidden";
      was.name = "was/" + field.name;
      was.value = saved.get(field.name);
      form.appendChild(was);
    }
  });

  /* --- Findings lead to their fields --- */

  document.body.addEventListener("click", (event) => {
    const link = event.target.closest ? event.target.closest("a[data-to]") : null;
    const field = link && byName.get(link.dataset.to);
    if (!field) return;
    event.preventDefault();
    const folded = field.closest("details:not([open])");
    if (folded) folded.open = true;
    field.scrollIntoView({ block: "center" });
    field.focus();
  });

  form.dataset.live = "yes"; // from here on what is blank is told by what stands in a field, not by what the page came with
  if (window.matchMedia("(min-width: 641px)").matches) {
    bar.lastElementChild.textContent = words.keys;
    bar.parentElement.classList.add("told");
  }
  changed();
})();
