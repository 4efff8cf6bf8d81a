"use strict";
(() => {
  const table = document.getElementById("map");
  if (!table) return;
  const search = document.getElementById("search");
  const verdict = document.getElementById("verdict");
  const exercise = document.getElementById("exercise");
  const count = document.getElementById("count");
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.querySelector(".names").cells);
  const names = heads.slice(2).map((head) => head.textContent);
  // What is seen first when sorted by an exercise: what most needs a look.
  const ORDER = "eufmnl-p";
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = Array.from(body.rows, (row, index) => ({
    row, index,
    link: row.cells[0].firstElementChild,
    name: plain(row.cells[0].textContent),
    points: Number(row.cells[1].textContent.replaceAll(",", "")),
    letters: row.dataset.v,
  }));
  let sorted = rows.slice();
  let shown = sorted;
  let by = { column: 0, up: true };
  // More rows than the frame around the table shows.
  const SEEN = 60;
  let frame = 0;
  let waiting = 0;

  // Put the rows in order: of a large class first those in sight, and the others once
  // these are seen.
  function arrange() {
    cancelAnimationFrame(frame);
    clearTimeout(waiting);
    const ordered = sorted.map((one) => one.row);
    if (shown.length < rows.length || table.parentElement.scrollTop) {
      body.append(...ordered);
      return;
    }
    body.prepend(...ordered.slice(0, SEEN));
    const others = ordered.slice(SEEN);
    const later = () => { waiting = setTimeout(() => body.append(...others)); };
    frame = requestAnimationFrame(later);
  }

  function filter() {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const letter = verdict.value;
    const at = exercise.value;
    shown = [];
    for (const one of sorted) {
      const has = !letter
        || (at === "" ? one.letters.includes(letter) : one.letters[at] === letter);
      const hidden = !has || !words.every((word) => one.name.includes(word));
      if (one.row.hidden !== hidden) one.row.hidden = hidden;
      if (!hidden) shown.push(one);
    }
    const total = rows.length.toLocaleString("en");
    count.textContent = `${shown.length.toLocaleString("en")} of ${total}`;
  }

  function sort(column, up) {
    by = { column, up };
    const key = column === 0 ? (one) => one.index
      : column === 1 ? (one) => one.points
      : (one) => ORDER.indexOf(one.letters[column - 2]);
    const sign = up ? 1 : -1;
    sorted = rows.slice().sort((a, b) => sign * (key(a) - key(b)) || a.index - b.index);
    heads.forEach((head, index) => {
      if (index === column) {
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
    filter();
    arrange();
  }

  function move(step) {
    const current = document.activeElement.closest("tbody tr");
    const at = current && shown.findIndex((one) => one.row === current);
    const next = current && at >= 0 ? at + step : step > 0 ? 0 : shown.length - 1;
    shown[Math.max(0, Math.min(shown.length - 1, next))]?.link.focus();
  }

  function clear() {
    search.value = verdict.value = exercise.value = "";
    filter();
  }

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.firstElementChild.childNodes);
    button.addEventListener("click", () => {
      // Few points come first: they need a look.
      sort(column, by.column === column ? !by.up : true);
    });
    head.firstElementChild.replaceWith(button);
  });
  for (const one of [search, verdict, exercise]) one.addEventListener("input", filter);
  body.addEventListener("pointerover", ({ target }) => {
    if (!target.title || target.dataset.told) return;
    const student = target.parentElement.cells[0].textContent;
    target.title = `${student}, ${names[target.cellIndex - 2]}: ${target.title}`;
    target.dataset.told = "1";
  });
  body.addEventListener("click", ({ target }) => {
    if (!target.title) return;
    const name = encodeURIComponent(names[target.cellIndex - 2]);
    location.href = `${target.parentElement.cells[0].firstElementChild.href}#${name}`;
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input, select");
    const inside = event.target.matches("input") || event.target.closest("tbody");
    if (event.key === "Escape") {
      clear();
      if (typing) event.target.blur();
    } else if (event.key === "ArrowDown" && inside) move(1);
    else if (event.key === "ArrowUp" && inside) move(-1);
    else if (event.key === "Enter" && event.target === search) shown[0]?.link.click();
    else if (typing) return;
    else if (event.key === "/") search.focus();
    else if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "s") {
      if (by.column === 0) sort(1, true);
      else if (by.column === 1 && by.up) sort(1, false);
      else sort(0, true);
    } else return;
    event.preventDefault();
  });
  document.documentElement.classList.add("live");
  document.getElementById("tools").hidden = false;
  filter();
})();
