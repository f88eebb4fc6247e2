/* Marks, folds and lists what a scan found on the console page of a build. The log itself stays as it is: without this script it is plain. */
(function () {
  "use strict";

  const CONTEXT = 3; // lines around a finding that are never folded
  const SHORTEST = 10; // a stretch that is shorter is not worth folding
  const LARGEST = 20000000; // characters; a page that is larger is slow enough as it is

  function start() {
    const log = document.getElementById("out");
    const element = log && log.querySelector(".mlci-scan");
    if (!element || document.querySelector(".mlci-tool")) {
      return;
    }
    let scan;
    try {
      scan = JSON.parse(element.dataset.scan);
    } catch (e) {
      return;
    }
    new Tool(log, scan).show();
  }

  /** Where each line begins: a text node and a place in it. What this script has added is no part of the log. */
  function lineStarts(log) {
    const walker = document.createTreeWalker(log, NodeFilter.SHOW_TEXT);
    const starts = [];
    let open = true;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentNode.closest(".mlci-fold__button")) {
        continue;
      }
      const text = node.data;
      let at = 0;
      while (at < text.length) {
        if (open) {
          starts.push({ node: node, offset: at });
          open = false;
        }
        const end = text.indexOf("\n", at);
        if (end < 0) {
          break;
        }
        at = end + 1;
        open = true;
      }
    }
    return starts;
  }

  /** Number of the first line that is shown; 0 when that cannot be told. */
  function firstLine(log) {
    const first = Number(log.querySelector(".mlci-scan").dataset.first || 0);
    return first > 0 || document.querySelector("a[href='consoleFull']") ? first : 1;
  }

  function make(name, className, text) {
    const element = document.createElement(name);
    element.className = className;
    if (text) {
      element.textContent = text;
    }
    return element;
  }

  function button(text, action) {
    const element = make("button", "jenkins-button", text);
    element.type = "button";
    element.addEventListener("click", action);
    return element;
  }

  function count(number, noun) {
    return number.toLocaleString("en") + " " + noun + (number === 1 ? "" : "s");
  }

  function Tool(log, scan) {
    this.log = log;
    this.scan = scan;
    this.starts = log.textContent.length > LARGEST ? [] : lineStarts(log);
    this.base = firstLine(log);
    this.shown = [];
    this.current = -1;
    this.folded = null;
  }

  Tool.prototype = {
    show: function () {
      if (this.base > 0) {
        this.mark();
      }
      const tool = make("div", "mlci-tool");
      tool.setAttribute("role", "region");
      tool.setAttribute("aria-label", "Log scan");
      if (this.shown.length > 0) {
        tool.append(this.navigation());
      }
      tool.append(this.list());
      if (this.scan.neighbour) {
        tool.append(this.differences(this.scan.neighbour));
      }
      const hidden = this.scan.findings.filter((finding) => finding.first >= 1).length - this.shown.length;
      if (hidden > 0 && document.querySelector("a[href='consoleFull']")) {
        const more = make("a", "", count(hidden, "finding") + " in the part of the log that is not shown here");
        more.href = "consoleFull";
        tool.append(more);
      }
      this.log.before(tool);
      document.addEventListener("keydown", (event) => this.key(event));
      this.goToHash();
      window.addEventListener("hashchange", () => this.goToHash());
    },

    /** From the last line to the first, so that places before stay where they are. */
    mark: function () {
      const findings = this.scan.findings;
      for (let i = findings.length - 1; i >= 0; i--) {
        const place = this.starts[findings[i].first - this.base];
        if (!place || this.isWhole(findings[i])) {
          continue;
        }
        const mark = make("span", "mlci-mark mlci-mark--" + findings[i].kind.replace(/[^a-z_]/g, ""));
        mark.id = "ml-log-" + findings[i].first;
        mark.tabIndex = -1;
        mark.title = findings[i].name + ": " + findings[i].text;
        mark.setAttribute("role", "img");
        mark.setAttribute("aria-label", mark.title);
        const rest = place.offset > 0 ? place.node.splitText(place.offset) : place.node;
        rest.before(mark);
        this.shown.unshift({ finding: findings[i], mark: mark });
      }
    },

    /** A stage or build that was slow is about all lines. */
    isWhole: function (finding) {
      return finding.first === 1 && finding.last >= this.scan.lines && this.scan.lines > 1 && finding.kind !== "cause";
    },

    navigation: function () {
      const group = make("div", "mlci-tool__group");
      const previous = button("Previous", () => this.step(-1));
      previous.title = "Previous finding (key p)";
      const next = button("Next", () => this.step(1));
      next.title = "Next finding (key n)";
      this.position = make("span", "mlci-tool__position", count(this.shown.length, "finding"));
      this.position.setAttribute("aria-live", "polite");
      this.fold = button("Fold good stretches", () => this.toggle());
      this.fold.setAttribute("aria-pressed", "false");
      group.append(previous, next, this.fold, this.position);
      return group;
    },

    list: function () {
      const details = make("details", "mlci-tool__list");
      details.append(make("summary", "", "All findings (" + this.scan.findings.length + ")"));
      if (this.scan.findings.length === 0) {
        details.append(make("p", "", this.scan.goodBuilds > 0 ? "Nothing differs from the good builds." : "Nothing was found. No good build of this job is known yet to compare with."));
        return details;
      }
      details.append(this.rows(this.scan.findings));
      return details;
    },

    differences: function (neighbour) {
      const details = make("details", "mlci-tool__list");
      details.append(make("summary", "", "Against #" + neighbour.number + ", the last good build (" + neighbour.differences.length + ")"));
      const link = make("a", "", "Console of #" + neighbour.number);
      link.href = "../" + neighbour.number + "/console";
      details.append(link);
      if (neighbour.differences.length === 0) {
        details.append(make("p", "", "Nothing differs."));
      } else {
        details.append(this.rows(neighbour.differences));
      }
      return details;
    },

    rows: function (findings) {
      const list = make("ol", "mlci-tool__rows");
      findings.forEach((finding) => {
        const row = make("li", "");
        const text = finding.name + ": " + finding.text;
        const target = this.starts[finding.first - this.base];
        if (this.base > 0 && target && !this.isWhole(finding)) {
          const link = make("a", "", "line " + finding.first.toLocaleString("en"));
          link.href = "#ml-log-" + finding.first;
          link.addEventListener("click", (event) => {
            event.preventDefault();
            this.goToLine(finding.first);
          });
          row.append(link, " ", text);
        } else {
          row.append((this.isWhole(finding) ? "" : "line " + finding.first.toLocaleString("en") + " ") + text);
        }
        list.append(row);
      });
      return list;
    },

    key: function (event) {
      if (event.ctrlKey || event.altKey || event.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable) {
        return;
      }
      if (event.key === "n") {
        this.step(1);
      } else if (event.key === "p") {
        this.step(-1);
      }
    },

    step: function (by) {
      const all = this.shown.length;
      if (all > 0) {
        this.current = this.current < 0 ? (by > 0 ? 0 : all - 1) : (this.current + by + all) % all;
        this.go(this.shown[this.current].mark);
      }
    },

    goToHash: function () {
      if (location.hash === "#ml-log-folded" && this.fold && !this.folded) {
        this.toggle();
      }
      const match = /^#ml-log-(\d+)$/.exec(location.hash);
      if (match) {
        this.goToLine(Number(match[1]));
      }
    },

    goToLine: function (line) {
      const marked = this.shown.findIndex((each) => each.finding.first === line);
      if (marked >= 0) {
        this.current = marked;
        this.go(this.shown[marked].mark);
        return;
      }
      // Marks and folds have moved the places meanwhile.
      const place = this.base > 0 ? lineStarts(this.log)[line - this.base] : null;
      if (place) {
        const mark = make("span", "mlci-mark mlci-mark--here");
        mark.id = "ml-log-" + line;
        mark.tabIndex = -1;
        (place.offset > 0 ? place.node.splitText(place.offset) : place.node).before(mark);
        this.go(mark);
      }
    },

    go: function (mark) {
      const fold = mark.closest(".mlci-fold");
      if (fold && fold.hidden) {
        fold.mlciButton.click();
      }
      this.log.querySelectorAll(".mlci-mark--current").forEach((each) => each.classList.remove("mlci-mark--current"));
      mark.classList.add("mlci-mark--current");
      mark.focus({ preventScroll: true });
      mark.scrollIntoView({ block: "center" });
      if (this.current >= 0 && this.position) {
        const finding = this.shown[this.current].finding;
        this.position.textContent = this.current + 1 + " of " + this.shown.length + ": " + finding.name + ", line " + finding.first.toLocaleString("en");
      }
    },

    toggle: function () {
      if (this.folded === null) {
        this.folded = false;
        this.folds = this.prepare();
      }
      this.folded = !this.folded;
      this.folds.forEach((fold) => this.set(fold, this.folded));
      this.fold.setAttribute("aria-pressed", String(this.folded));
      this.fold.textContent = this.folds.length === 0 ? "Nothing to fold" : this.folded ? "Unfold" : "Fold good stretches";
    },

    set: function (fold, hidden) {
      fold.hidden = hidden;
      fold.mlciButton.hidden = !this.folded && !hidden;
      fold.mlciButton.setAttribute("aria-expanded", String(!hidden));
    },

    /** The stretches without a finding, each in an element of its own; again from the last to the first. */
    prepare: function () {
      const starts = lineStarts(this.log);
      const keep = new Array(starts.length).fill(false);
      this.shown.forEach((each) => {
        const from = each.finding.first - this.base - CONTEXT;
        const to = Math.min(each.finding.last, each.finding.first + 200) - this.base + CONTEXT;
        for (let i = Math.max(0, from); i <= to && i < keep.length; i++) {
          keep[i] = true;
        }
      });
      const folds = [];
      let end = starts.length;
      for (let i = starts.length - 1; i >= -1; i--) {
        if (i < 0 || keep[i]) {
          if (end - (i + 1) >= SHORTEST) {
            folds.unshift(this.wrap(starts, i + 1, end));
          }
          end = i;
        }
      }
      return folds;
    },

    wrap: function (starts, from, to) {
      const range = document.createRange();
      range.setStart(starts[from].node, starts[from].offset);
      if (to < starts.length) {
        range.setEnd(starts[to].node, starts[to].offset);
      } else {
        range.setEndAfter(this.log.lastChild);
      }
      const fold = make("span", "mlci-fold");
      fold.append(range.extractContents());
      const label = count(to - from, "line") + (this.scan.goodBuilds > 0 ? " as in good builds" : " without findings");
      const show = make("button", "mlci-fold__button", label);
      show.type = "button";
      show.addEventListener("click", () => this.set(fold, !fold.hidden));
      fold.mlciButton = show;
      range.insertNode(fold);
      fold.before(show);
      return fold;
    }
  };

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
