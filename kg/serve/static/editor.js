"use strict";
const endpoint = new URL("/sparql", location.href).href;
const query = `PREFIX kgo: <https://w3id.org/newskg/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?one ?other WHERE { ?one kgo:metWith ?other } LIMIT 100`;
const Gui = window.Yasgui.default ?? window.Yasgui.Yasgui ?? window.Yasgui;
new Gui(document.getElementById("editor"), {
  requestConfig: { endpoint, method: "POST" },
  copyEndpointOnNewTab: false,
  endpointCatalogueOptions: { getData: () => [{ endpoint }] },
  persistenceId: `newskg ${endpoint}`,
  yasqe: { value: query, createShareableLink: null },
});
