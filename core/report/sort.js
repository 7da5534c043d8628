"use strict";
// The ranking sorted by a click on a column's head, and filtered by grade and by name. Without it, the page is all there.
(function () {
  var table = document.getElementById("ranking");
  var tools = document.querySelector(".tools");
  if (table === null) {
    return;
  }
  var body = table.tBodies[0];
  var heads = Array.from(table.tHead.rows[0].cells);
  var search = tools.querySelector("input");
  var shown = tools.querySelector(".shown");
  var buttons = Array.from(tools.querySelectorAll("button"));
  var collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  // A number, a text, or null where there is none.
  function keyOf(row, column) {
    var cell = row.cells[column];
    var value = cell.dataset.v;
    if (value === undefined) {
      return cell.textContent;
    }
    return value === "" ? null : Number(value);
  }

  function compare(a, b) {
    return typeof a === "number" ? a - b : collator.compare(a, b);
  }

  // What has no value stands last either way.
  function sort(column, order) {
    var rows = Array.from(body.rows, function (row) {
      return { row: row, key: keyOf(row, column) };
    });
    rows.sort(function (a, b) {
      if (a.key === null || b.key === null) {
        return (a.key === null ? 1 : 0) - (b.key === null ? 1 : 0);
      }
      return order === "ascending" ? compare(a.key, b.key) : compare(b.key, a.key);
    });
    var sorted = document.createDocumentFragment();
    rows.forEach(function (it) {
      sorted.append(it.row);
    });
    body.append(sorted);
    heads.forEach(function (head) {
      head.removeAttribute("aria-sort");
    });
    heads[column].setAttribute("aria-sort", order);
  }

  function turn(head) {
    var other = { ascending: "descending", descending: "ascending" };
    return other[head.getAttribute("aria-sort")] || head.dataset.sort;
  }

  heads.forEach(function (head, column) {
    if (head.dataset.sort === undefined) {
      return;
    }
    var button = document.createElement("button");
    button.type = "button";
    button.append.apply(button, Array.from(head.childNodes));
    head.append(button);
    button.addEventListener("click", function () {
      sort(column, turn(head));
    });
  });

  function filter() {
    var pressed = buttons.find(function (button) {
      return button.getAttribute("aria-pressed") === "true";
    });
    var group = pressed.dataset.group;
    var words = search.value.trim().toLowerCase();
    var count = 0;
    Array.from(body.rows).forEach(function (row) {
      var fits = group === "" || row.dataset.group === group;
      var named = row.cells[1].textContent.toLowerCase().includes(words);
      row.hidden = fits === false || named === false;
      count += row.hidden ? 0 : 1;
    });
    shown.textContent = count + " / " + body.rows.length;
  }

  buttons.forEach(function (button) {
    button.addEventListener("click", function () {
      buttons.forEach(function (it) {
        it.setAttribute("aria-pressed", it === button ? "true" : "false");
      });
      filter();
    });
  });
  // Paper has no clicks: what is folded is printed open.
  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = Array.from(body.querySelectorAll("details:not([open])"));
    folded.forEach(function (it) {
      it.open = true;
    });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (it) {
      it.open = false;
    });
  });

  search.addEventListener("input", filter);
  tools.hidden = false;
  filter();
})();
