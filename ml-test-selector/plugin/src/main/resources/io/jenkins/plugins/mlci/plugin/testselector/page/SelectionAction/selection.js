// The table of tests: pages of rows from the server, sorted, searched and filtered there. All text is set as text, never as HTML.
(function () {
  "use strict";

  const PAGE = 50;

  function element(name, className, text) {
    const node = document.createElement(name);
    if (className) {
      node.className = className;
    }
    if (text !== undefined && text !== null) {
      node.textContent = text;
    }
    return node;
  }

  function testName(row) {
    const cell = element("td", "mlci-test");
    const button = element("button", "mlci-test__button");
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
    const last = row.className.lastIndexOf(".");
    const shown = element("span", "mlci-test__name", row.className.substring(last + 1) + (row.method ? "#" + row.method : ""));
    button.appendChild(shown);
    const where = (row.suite ? row.suite + ": " : "") + (last > 0 ? row.className.substring(0, last) : "");
    if (where) {
      button.appendChild(element("span", "mlci-test__package", where));
    }
    cell.appendChild(button);
    return cell;
  }

  function probability(row) {
    const cell = element("td", "mlci-probability");
    const bar = element("span", "mlci-probability__bar");
    const fill = element("span", "mlci-probability__fill");
    fill.style.width = Math.max(1, Math.round(100 * (row.probability || 0))) + "%";
    bar.setAttribute("aria-hidden", "true");
    bar.appendChild(fill);
    cell.appendChild(element("span", "mlci-probability__text", row.probabilityText));
    cell.appendChild(bar);
    return cell;
  }

  function contributions(parts) {
    const box = element("section", "mlci-parts");
    box.appendChild(element("h3", null, "What decided"));
    if (parts.length === 0) {
      box.appendChild(element("p", null, "The parts of the score are not kept for this test."));
      return box;
    }
    const largest = Math.max.apply(null, parts.map((part) => Math.abs(part.logOdds)));
    const table = element("table", "mlci-parts__table");
    const body = element("tbody");
    parts.forEach((part) => {
      const line = element("tr");
      const label = element("th", null, part.meaning);
      label.scope = "row";
      line.appendChild(label);
      line.appendChild(element("td", "mlci-parts__number", (part.logOdds > 0 ? "+" : "") + part.logOdds.toFixed(2)));
      const cell = element("td", "mlci-parts__bars");
      const bar = element("span", "mlci-parts__bar " + (part.logOdds > 0 ? "mlci-parts__bar--up" : "mlci-parts__bar--down"));
      bar.style.width = (50 * Math.abs(part.logOdds)) / (largest || 1) + "%";
      cell.appendChild(bar);
      line.appendChild(cell);
      body.appendChild(line);
    });
    table.appendChild(body);
    box.appendChild(table);
    box.appendChild(
      element("p", "mlci-note", "In log-odds: to the right speaks for a failure, to the left against; together they are the probability.")
    );
    return box;
  }

  function runs(detail, jobUrl) {
    const box = element("section", "mlci-runs");
    box.appendChild(element("h3", null, "Last outcomes"));
    if (detail.runs.length === 0) {
      box.appendChild(element("p", null, "No outcome of this test is recorded."));
      return box;
    }
    const strip = element("ol", "mlci-strip");
    detail.runs
      .slice()
      .reverse()
      .forEach((run) => {
        const item = element("li");
        const link = element("a", "mlci-run mlci-run--" + run.outcome, { passed: "✓", failed: "✗", error: "✗", skipped: "–", flaky: "~" }[run.outcome]);
        link.href = jobUrl + run.build + "/";
        const text = "Build " + run.build + ": " + run.outcome + ", " + run.secondsText;
        link.title = text;
        link.setAttribute("aria-label", text);
        item.appendChild(link);
        strip.appendChild(item);
      });
    box.appendChild(strip);
    box.appendChild(element("p", "mlci-note", "Oldest to newest. ✓ passed, ✗ failed, – skipped, ~ flaky."));
    return box;
  }

  function Table(root) {
    this.root = root;
    this.url = root.dataset.url;
    this.ended = root.dataset.ended === "true";
    this.body = root.querySelector("tbody");
    this.count = root.querySelector(".mlci-count");
    this.form = root.querySelector("form");
    this.columns = root.querySelectorAll("thead th").length;
    this.state = { start: 0, sort: "probability", order: "desc", filter: "all", q: "" };
    this.request = 0;
    // A link may name a test: ml-test-selection/#OrderServiceTest
    this.wanted = decodeURIComponent(window.location.hash.substring(1));
    this.form.q.value = this.wanted;
    this.state.q = this.wanted;
    this.listen();
    this.load();
  }

  Table.prototype = {
    listen: function () {
      let timer = 0;
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.q.addEventListener("input", () => {
        window.clearTimeout(timer);
        timer = window.setTimeout(() => this.change({ q: this.form.q.value, start: 0 }), 250);
      });
      this.form.filter.addEventListener("change", () => this.change({ filter: this.form.filter.value, start: 0 }));
      this.root.querySelectorAll("th[data-sort]").forEach((header) => {
        header.querySelector("button").addEventListener("click", () => this.sortBy(header));
      });
      this.root.querySelectorAll("button[data-page]").forEach((button) => {
        button.addEventListener("click", () => this.change({ start: this.state.start + PAGE * Number(button.dataset.page) }));
      });
    },

    sortBy: function (header) {
      const same = this.state.sort === header.dataset.sort;
      const first = header.dataset.first || "desc";
      const order = same ? (this.state.order === "asc" ? "desc" : "asc") : first;
      this.root.querySelectorAll("th[data-sort]").forEach((other) => other.removeAttribute("aria-sort"));
      header.setAttribute("aria-sort", order === "asc" ? "ascending" : "descending");
      this.change({ sort: header.dataset.sort, order: order, start: 0 });
    },

    change: function (values) {
      Object.assign(this.state, values);
      this.load();
    },

    load: function () {
      const request = ++this.request;
      const query = new URLSearchParams(Object.assign({ count: PAGE }, this.state));
      fetch(this.url + "tests?" + query)
        .then((response) => response.json())
        .then((page) => {
          // An answer that comes late must not replace a newer one.
          if (request === this.request) {
            this.show(page);
          }
        })
        .catch(() => this.say("The tests could not be loaded."));
    },

    say: function (text) {
      this.count.textContent = text;
    },

    show: function (page) {
      if (page.error) {
        this.say(page.error);
        return;
      }
      this.body.textContent = "";
      page.rows.forEach((row) => this.body.appendChild(this.row(row)));
      if (page.rows.length === 0) {
        const line = element("tr");
        const cell = element("td", null, "No test matches.");
        cell.colSpan = this.columns;
        line.appendChild(cell);
        this.body.appendChild(line);
      }
      if (this.wanted && page.rows.length === 1) {
        this.body.querySelector("button").click();
      }
      this.wanted = "";
      const last = page.start + page.rows.length;
      const number = (value) => value.toLocaleString("en-US");
      this.say(
        page.matching === 0
          ? "0 of " + number(page.total) + " tests"
          : number(page.start + 1) + " to " + number(last) + " of " + number(page.matching) + " tests" +
              (page.matching < page.total ? " (" + number(page.total) + " in all)" : "")
      );
      this.root.querySelector("button[data-page='-1']").disabled = page.start === 0;
      this.root.querySelector("button[data-page='1']").disabled = last >= page.matching;
    },

    row: function (row) {
      const line = element("tr", row.missed ? "mlci-row mlci-row--missed" : "mlci-row");
      const name = testName(row);
      line.appendChild(name);
      line.appendChild(probability(row));
      line.appendChild(element("td", "mlci-number", row.secondsText));
      const decision = element("td");
      decision.appendChild(
        element("span", "mlci-decision mlci-decision--" + (row.selected ? "run" : "left"), row.selected ? "● selected" : "○ left out")
      );
      line.appendChild(decision);
      const reasons = element("td", "mlci-reasons", row.reasons.join("; "));
      line.appendChild(reasons);
      if (this.ended) {
        line.appendChild(element("td", "mlci-ended", (row.outcome || "did not run") + (row.missed ? ", missed" : "")));
      }
      const button = name.querySelector("button");
      button.addEventListener("click", () => this.toggle(line, button, row.index));
      return line;
    },

    toggle: function (line, button, index) {
      const open = line.nextElementSibling;
      if (open && open.classList.contains("mlci-detail")) {
        open.parentNode.removeChild(open);
        button.setAttribute("aria-expanded", "false");
        return;
      }
      button.setAttribute("aria-expanded", "true");
      const detail = element("tr", "mlci-detail");
      const cell = element("td", null, "Loading");
      cell.colSpan = this.columns;
      detail.appendChild(cell);
      line.parentNode.insertBefore(detail, line.nextSibling);
      fetch(this.url + "test?row=" + index)
        .then((response) => response.json())
        .then((answer) => {
          cell.textContent = "";
          if (answer.error) {
            cell.textContent = answer.error;
            return;
          }
          cell.appendChild(contributions(answer.contributions));
          cell.appendChild(runs(answer, this.root.dataset.jobUrl));
        })
        .catch(() => {
          cell.textContent = "The details could not be loaded.";
        });
    }
  };

  function start() {
    document.querySelectorAll(".mlci-tests").forEach((root) => new Table(root));
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
