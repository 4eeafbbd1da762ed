"use strict";
// Filters, sorts and shows the rows of the table. Texts of a payload are only ever set as text, never as markup.
(() => {
  const FIRST = 50;
  const STEP = 100;
  const PRINTED = 200;

  const data = JSON.parse(document.getElementById("data").textContent);
  const texts = data.texts;
  const numbers = new Intl.NumberFormat(document.documentElement.lang, { useGrouping: "always" });
  const words = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const severities = ["error", "warning", "info"];

  const fill = (text, parts) => text.replace(/\{([a-z]+)\}/g, (whole, name) => parts[name]);
  // "Matrícula" is found by "matricula".
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const rows = data.rows.map((row, index) => {
    const [severity, rule, path, line, column, message, help, why, clause, pointer, record, before, marked, after,
      school, stage] = row;
    return {
      index, severity, message, pointer, record, before, marked, after,
      rule: data.rules[rule],
      path: data.paths[path],
      folder: data.paths[path].replace(/[^/\\]*$/, ""),
      file: data.paths[path].replace(/^.*[/\\]/s, ""),
      line: fill(texts["rows.place"], { line: numbers.format(line), column: numbers.format(column) }),
      help: data.helps[help],
      why: data.whys[why],
      clause: data.clauses[clause],
      school: data.schools[school],
      stage: data.stages[stage],
      place: [path, line, column],
      text: null,
    };
  });

  const searchable = (row) => {
    if (row.text === null) {
      row.text = plain([row.message, row.rule, row.path, row.line, row.place[1], row.pointer, row.record, row.clause,
        row.before + row.marked + row.after, row.school, row.stage].join("\n"));
    }
    return row.text;
  };

  const form = document.getElementById("filters");
  const table = document.getElementById("rows");
  const body = table.tBodies[0];
  const count = document.getElementById("count");
  const more = document.getElementById("more");
  const blank = document.getElementById("row").content.querySelector("tr");
  const field = (name) => document.getElementById("filter-" + name);

  const state = { found: rows, shown: 0, key: "severity", descending: false };

  // ---- A row

  const show = (row) => {
    const element = blank.cloneNode(true);
    for (const part of element.querySelectorAll("[data-is]")) {
      const name = part.dataset.is;
      if (name === "severity") {
        const severity = severities[row.severity];
        part.className = "badge " + severity;
        part.textContent = texts["severity." + severity];
      } else {
        part.textContent = row[name];
      }
    }
    element.querySelector(".excerpt").hidden = row.marked === "";
    element.querySelector(".help").hidden = row.help === "";
    element.querySelector("details").hidden = row.why === "";
    element.querySelector(".clause").hidden = row.clause === "";
    element.querySelector(".pointer").hidden = row.pointer === "";
    return element;
  };

  const append = (upTo) => {
    const some = document.createDocumentFragment();
    const end = Math.min(upTo, state.found.length);
    for (let i = state.shown; i < end; i++) {
      some.append(show(state.found[i]));
    }
    body.append(some);
    state.shown = Math.max(state.shown, end);
    tell();
  };

  const tell = () => {
    const found = state.found.length;
    count.textContent = found === 0
      ? texts["rows.none"]
      : fill(texts["rows.shown"], { shown: numbers.format(state.shown), found: numbers.format(found) });
    const rest = found - state.shown;
    more.hidden = rest === 0;
    more.textContent = fill(texts["rows.more"], { count: numbers.format(Math.min(rest, STEP)) });
  };

  // ---- Filters and order

  const compare = {
    severity: (a, b) => a.severity - b.severity,
    rule: (a, b) => words.compare(a.rule, b.rule),
    place: (a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1] || a.place[2] - b.place[2],
    record: (a, b) => words.compare(a.record, b.record),
    school: (a, b) => words.compare(a.school, b.school),
    stage: (a, b) => words.compare(a.stage, b.stage),
  };

  const filters = [
    ["severity", (row, value) => row.severity === Number(value)],
    ["rule", (row, value) => row.rule === value],
    ["file", (row, value) => row.path === value],
    ["school", (row, value) => row.school === value],
    ["stage", (row, value) => row.stage === value],
  ];

  const refresh = () => {
    const sought = plain(field("text").value).split(/\s+/).filter((word) => word !== "");
    const chosen = filters.filter(([name]) => field(name) !== null && field(name).value !== "")
      .map(([name, passes]) => [passes, field(name).value]);
    const sign = state.descending ? -1 : 1;
    const order = compare[state.key];
    state.found = rows
      .filter((row) => chosen.every(([passes, value]) => passes(row, value))
        && sought.every((word) => searchable(row).includes(word)))
      .sort((a, b) => sign * order(a, b) || a.index - b.index);
    state.shown = 0;
    body.replaceChildren();
    append(FIRST);
  };

  let waiting = 0;
  field("text").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 150);
  });
  form.addEventListener("change", refresh);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(refresh, 0));

  for (const heading of table.querySelectorAll("th[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const key = heading.dataset.sort;
      state.descending = state.key === key && !state.descending;
      state.key = key;
      for (const other of table.querySelectorAll("th[aria-sort]")) {
        other.removeAttribute("aria-sort");
      }
      heading.setAttribute("aria-sort", state.descending ? "descending" : "ascending");
      refresh();
      count.textContent += " " + button.textContent.trim() + ": "
        + texts[state.descending ? "sorted.descending" : "sorted.ascending"] + ".";
    });
  }

  more.addEventListener("click", () => {
    const first = state.shown;
    append(state.shown + STEP);
    body.rows[first].focus();
  });

  // The numbers in the charts lead to the rows they count.
  const only = (name, value) => {
    form.reset();
    if (field(name) !== null) {
      field(name).value = value;
    }
    refresh();
    const heading = document.getElementById("violations");
    heading.scrollIntoView();
    heading.focus({ preventScroll: true });
  };
  for (const link of document.querySelectorAll("a[data-rule], a[data-group]")) {
    const [name, value] = link.dataset.rule ? ["rule", link.dataset.rule] : [link.dataset.group, link.dataset.name];
    link.addEventListener("click", (event) => {
      event.preventDefault();
      only(name, value);
    });
  }

  // On paper there is no button to show more.
  addEventListener("beforeprint", () => append(PRINTED));

  form.hidden = false;
  count.hidden = false;
  refresh();
})();
