// Run in a copy of a page under test: reads it, clicks, and leaves what it saw in <pre id="seen">, a line a fact.
(function () {
  var lines = [];

  function say(what, value) {
    lines.push(what + ": " + String(value).replace(/\s+/g, " ").trim());
  }

  // ---------------------------------------------------------------------------------------------- contrast

  function parse(colour) {
    var parts = colour.match(/[\d.]+/g).map(Number);
    return { rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1 };
  }

  function luminance(rgb) {
    var linear = rgb.map(function (value) {
      var share = value / 255;
      return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  function contrast(a, b) {
    var one = luminance(a) + 0.05;
    var other = luminance(b) + 0.05;
    return Math.max(one, other) / Math.min(one, other);
  }

  function behind(element) {
    for (var up = element; up !== null; up = up.parentElement) {
      var colour = parse(getComputedStyle(up).backgroundColor);
      if (colour.alpha > 0) {
        return colour.rgb;
      }
    }
    return [255, 255, 255];
  }

  function hasText(element) {
    return Array.from(element.childNodes).some(function (node) {
      return node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== "";
    });
  }

  function leastContrast() {
    var least = { ratio: 99, text: "" };
    document.querySelectorAll("main *").forEach(function (element) {
      var style = getComputedStyle(element);
      if (!hasText(element) || element.localName === "title") {
        return;
      }
      var colour = element.namespaceURI.endsWith("svg") ? style.fill : style.color;
      var ratio = contrast(parse(colour).rgb, behind(element));
      if (ratio < least.ratio) {
        least = { ratio: ratio, text: element.textContent };
      }
    });
    return least.ratio.toFixed(2) + " " + least.text;
  }

  // --------------------------------------------------------------------------------------------- the page

  function textOf(selector) {
    var found = document.querySelector(selector);
    return found === null ? "-" : found.textContent;
  }

  function texts(selector) {
    return Array.from(document.querySelectorAll(selector), function (element) {
      return element.textContent.trim();
    }).join(" ");
  }

  say("title", document.title);
  say("h1", textOf("h1"));
  say("total", textOf(".sum .total strong"));
  say("badge", textOf(".sum .badge"));
  say("names", texts(".card tbody th:last-of-type"));
  say("points", texts(".card tbody td.n:not(.off):nth-last-of-type(3)"));
  say("paper", getComputedStyle(document.documentElement).backgroundColor);
  say("least contrast", leastContrast());
  say("foreign", document.querySelectorAll("img, iframe, object, embed, link, a, form").length);
  say("wider than the window", document.documentElement.scrollWidth > window.innerWidth);

  // ------------------------------------------------------------------------------------------- the ranking

  var table = document.getElementById("ranking");

  function rows() {
    return Array.from(table.tBodies[0].rows).filter(function (row) {
      return getComputedStyle(row).display !== "none";
    });
  }

  function column(index) {
    return rows()
      .map(function (row) {
        return row.cells[index].dataset.v === undefined ? row.cells[index].textContent.trim()
          : row.cells[index].dataset.v === "" ? "-" : row.cells[index].dataset.v;
      })
      .join(" ");
  }

  function click(index) {
    var head = table.tHead.rows[0].cells[index];
    head.querySelector("button").click();
    return head.getAttribute("aria-sort");
  }

  if (table !== null) {
    say("first totals", column(2));
    say("once", click(2) + " " + column(2));
    say("twice", click(2) + " " + column(2));
    say("by rank", click(0) + " " + column(0));
    say("by name", click(1) + " " + Array.from(rows(), function (row) {
      return row.cells[1].firstChild.textContent;
    }).join(" "));
    say("sorted heads", table.querySelectorAll("[aria-sort]").length);
    say("plain heads", Array.from(table.tHead.rows[0].cells).filter(function (head) {
      return head.querySelector("button") === null;
    }).length);
    document.querySelectorAll(".groups button").forEach(function (button) {
      button.click();
      say("group " + button.dataset.group, rows().length + " " + button.getAttribute("aria-pressed"));
    });
    document.querySelector(".groups button").click();
    var search = document.querySelector(".tools input");
    search.value = window.probeSearch || "";
    search.dispatchEvent(new Event("input"));
    say("found", rows().length + ", " + textOf(".tools .shown"));
    search.value = "";
    search.dispatchEvent(new Event("input"));
    say("all again", rows().length);
    document.querySelectorAll("summary").forEach(function (summary) {
      summary.click();
    });
    say("open", document.querySelectorAll("details[open]").length);
  }

  var seen = document.createElement("pre");
  seen.id = "seen";
  seen.textContent = lines.join("\n");
  document.body.append(seen);
})();
