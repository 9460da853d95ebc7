// Makes YASGUI's editor and results of the plain form on /sparql, which works without this script.
"use strict";
(() => {
  const form = document.getElementById("editor");
  const area = document.getElementById("query");
  const answer = document.getElementById("answer");
  const { prefixes, classes, properties, words } = JSON.parse(document.getElementById("completion").textContent);
  const { Yasqe, Yasr } = window.Yasgui;
  const endpoint = new URL(form.getAttribute("action"), document.baseURI).href;

  // Completion knows our ontology alone, and asks no other host.
  const complete = (name, found) => {
    Object.assign(Yasqe.Autocompleters[name], { bulk: true, persistenceId: null, get: () => found });
  };
  complete("prefixes", Object.entries(prefixes).map(([prefix, namespace]) => `${prefix}: <${namespace}>`));
  complete("class", classes);
  complete("property", properties);

  // A chart of the first column of numbers, one bar a row; the table beside it holds the same numbers.
  class Chart {
    constructor(yasr) {
      this.yasr = yasr;
      this.priority = 5;
      this.label = words.chart;
    }
    columns() {
      const rows = this.yasr.results?.getBindings() ?? [];
      const names = this.yasr.results?.getVariables() ?? [];
      const isNumber = (name) => rows.length > 0 && rows.every((row) => !row[name] || (row[name].type !== "uri" && row[name].value.trim() !== "" && Number.isFinite(Number(row[name].value))));
      const number = names.find(isNumber);
      const label = names.find((name) => name !== number && rows.some((row) => row[name]?.type !== "uri")) ?? names.find((name) => name !== number);
      return { rows, number, label };
    }
    canHandleResults() {
      return Boolean(this.columns().number);
    }
    getIcon() {
      return undefined;
    }
    draw() {
      const { rows, number, label } = this.columns();
      const shown = rows.slice(0, 40);
      const top = Math.max(...shown.map((row) => Math.abs(Number(row[number]?.value ?? 0))), 1);
      const table = document.createElement("table");
      table.className = "bars";
      const caption = table.createCaption();
      caption.textContent = number;
      const columns = document.createElement("colgroup");
      columns.append(document.createElement("col"), document.createElement("col"));
      caption.after(columns);
      for (const row of shown) {
        const line = table.insertRow();
        const head = document.createElement("th");
        head.scope = "row";
        head.textContent = row[label]?.value ?? "";
        const cell = document.createElement("td");
        const value = document.createElement("span");
        value.className = "value";
        value.textContent = row[number]?.value ?? "";
        const pair = document.createElement("div");
        cell.append(pair);
        pair.append(value, bar((100 * Math.abs(Number(row[number]?.value ?? 0))) / top));
        line.append(head, cell);
      }
      this.yasr.resultsEl.append(table);
    }
  }
  const bar = (percent) => {
    const make = (name, attributes) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    const svg = make("svg", { width: "100%", height: "10", "aria-hidden": "true" });
    svg.append(make("rect", { width: `${percent}%`, height: "10", rx: "2" }));
    return svg;
  };
  Yasr.registerPlugin("chart", Chart);

  const place = document.createElement("div");
  place.id = "yasqe";
  area.after(place);
  const yasqe = new Yasqe(place, {
    value: area.value.trimStart(),
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    prefixCcApi: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "24rem",
    collapsePrefixesOnLoad: false,
    screenReaderLabel: form.querySelector("label").textContent,
    lineWrapping: true,
    extraKeys: { Tab: false, "Shift-Tab": false, "Ctrl-Enter": () => run(), "Cmd-Enter": () => run() },
    requestConfig: {
      endpoint,
      method: "POST",
      acceptHeaderSelect: "application/sparql-results+json",
      acceptHeaderGraph: "text/turtle",
    },
  });
  area.hidden = true;
  const shown = document.createElement("div");
  shown.id = "yasr";
  shown.lang = "en"; // its own words are English
  const yasr = new Yasr(shown, {
    persistenceId: null,
    prefixes: () => yasqe.getPrefixesFromQuery(),
    pluginOrder: ["table", "chart", "response", "boolean", "error"],
    defaultPlugin: "table",
  });

  // What YASR's table leaves without a name.
  const name = () => {
    shown.querySelector("select.tableSizer")?.setAttribute("aria-label", words.rows);
    const first = shown.querySelector("th.dt-orderable-none .dt-column-title, th.dt-orderable-none");
    if (first && !first.textContent.trim()) first.textContent = "#";
  };
  yasr.on("drawn", name);

  const button = (text, action) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "second";
    made.textContent = text;
    made.addEventListener("click", action);
    document.getElementById("run").after(made);
    return made;
  };
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  form.append(status);
  const address = () => {
    const found = new URL(location.href);
    found.searchParams.set("query", yasqe.getValue());
    return found.href;
  };
  button(words.share, async () => {
    history.replaceState(null, "", address());
    try {
      await navigator.clipboard.writeText(address());
      status.textContent = words.shared;
    } catch {
      status.textContent = address();
    }
  });
  let cancelled = false;
  const cancel = button(words.cancel, () => {
    cancelled = true;
    yasqe.abortQuery();
    ended(words.cancelled);
  });
  cancel.id = "cancel";
  cancel.hidden = true;

  const run = async () => {
    cancelled = false;
    answer.replaceChildren(shown);
    cancel.hidden = false;
    status.textContent = words.running;
    history.replaceState(null, "", address());
    try {
      await yasqe.query();
    } catch {
      // told by the events below
    }
  };
  const ended = (text) => {
    cancel.hidden = true;
    status.textContent = text;
  };
  yasqe.on("queryResponse", (_, response, duration) => {
    if (cancelled) return;
    yasr.setResponse(response, duration);
    ended(response instanceof Error || response?.error ? words.failed : "");
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
})();
