/** Lineage as a graph: of an event, origins tell documents and documents repeat documents; of a source, who tells whom. */

const LIBRARY = new URL("../vendor/cytoscape.mjs", import.meta.url).href; // by a name that the type checker does not follow
const { default: cytoscape } = await import(LIBRARY);

/** @typedef {{nodes: {id: string, label: string, kind: string, open?: string}[], edges: {a: string, b: string, relation: string}[]}} Lineage */

const holder = document.getElementById("lineage");
const data = document.getElementById("lineage-data");
if (holder && data) draw(holder, JSON.parse(data.textContent ?? "{}"));

/** @param {string} name */
function token(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** @param {HTMLElement} at @param {Lineage} told */
function draw(at, told) {
  const shown = cytoscape({
    container: at,
    elements: [
      ...told.nodes.map((n) => ({ data: { id: n.id, label: n.label, kind: n.kind, open: n.open ?? "" } })),
      ...told.edges.map((e, i) => ({ data: { id: `e${i}`, source: e.a, target: e.b, relation: e.relation } })),
    ],
    layout: { name: "breadthfirst", directed: true, padding: 20, spacingFactor: 1.1 },
    style: styles(),
    userZoomingEnabled: false,
    autoungrabify: false,
  });
  document.addEventListener("guvoh:theme", () => shown.style(styles()));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => shown.style(styles()));
  shown.on("tap", "node", (/** @type {{target: {data: (name: string) => string}}} */ event) => {
    const open = event.target.data("open");
    if (open) location.assign(`${at.dataset.open}${open}/`);
  });
}

function styles() {
  const ink = token("--ink");
  return [
    { selector: "node", style: { label: "data(label)", color: ink, "font-size": 12, "text-wrap": "ellipsis", "text-max-width": "140px", "text-valign": "bottom", "text-margin-y": 6, "background-color": token("--info") } },
    { selector: "node[kind='source']", style: { shape: "diamond", "background-color": token("--accent") } },
    { selector: "node[kind='here']", style: { "font-weight": "bold", width: 40, height: 40 } },
    { selector: "edge", style: { width: 2, "line-color": token("--dim"), "target-arrow-color": token("--dim"), "target-arrow-shape": "triangle", "curve-style": "bezier" } },
    { selector: "edge[relation='repeats']", style: { "line-color": token("--bad"), "target-arrow-color": token("--bad") } },
    { selector: "edge[relation='shares_origin']", style: { "line-style": "dashed", "target-arrow-shape": "none" } },
  ];
}
