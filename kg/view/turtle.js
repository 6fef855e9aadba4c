// What is seen, as Turtle: its claims with their evidence, in the terms of the whole graph.

const iriOf = (term) => {
  const [, prefix, name] = /^([A-Za-z]+):([^/].*)$/.exec(term) ?? [];
  return prefix in data.prefixes ? data.prefixes[prefix] + name : term;
};
// An IRI keeps no sign that could end it.
const node = (term) => `<${iriOf(term).replace(/[\u0000-\u0020<>"{}|^`\\]/g, (sign) => encodeURIComponent(sign))}>`;
const literal = (text, type) => {
  const signs = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const quoted = `"${text.replace(/[\\"\n\r\t]/g, (sign) => signs[sign])}"`;
  return type ? `${quoted}^^${node(type)}` : quoted;
};
const capital = (word) => word[0].toUpperCase() + word.slice(1).toLowerCase();
const timeType = (time) => ({ 4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date" })[/^[\d-]+$/.test(time) ? time.length : 0];
const eventClass = (event) => event === "MOBILIZE" ? "kgo:Mobilise" : `kgo:${capital(event)}`;

function turtle() {
  const shown = edgesShown.flatMap((edge) => edge.live);
  const rows = [];
  const say = (subject, facts) => rows.push(`${node(subject)} ${facts.filter(Boolean).join(" ;\n    ")} .\n`);
  const spoken = new Set(shown.flatMap((claim) => [claim.subject, claim.object, claim.by, claim.place].filter(Boolean)));
  for (const iri of spoken) {
    const types = (entities.get(iri)?.types ?? []).map(([term]) => node(term));
    say(iri, [types.length > 0 && `a ${types.join(" , ")}`, `rdfs:label ${literal(labels.get(iri) ?? entityName(iri))}`]);
  }
  for (const article of new Set(shown.map((claim) => claim.article))) {
    if (!article.iri) continue;
    say(article.iri, ["a schema:NewsArticle", article.title && `schema:headline ${literal(article.title)}`,
      article.published && `schema:datePublished ${literal(article.published, "xsd:date")}`,
      article.publisher && `schema:publisher ${literal(article.publisher)}`, article.url && `schema:url ${literal(article.url)}`]);
  }
  for (const claim of shown) {
    const [number, start, end] = claim.passage;
    if (!claim.denied && claim.modality === "actual") say(claim.subject, [`${node(claim.term)} ${node(claim.object)}`]);
    say(claim.iri, ["a kgo:Claim , rdf:Statement", `rdf:subject ${node(claim.subject)}`, `rdf:predicate ${node(claim.term)}`, `rdf:object ${node(claim.object)}`,
      claim.phrase && `kgo:phrase ${literal(claim.phrase)}`, `kgo:polarity kgo:${claim.denied ? "Negated" : "Affirmed"}`, `kgo:modality kgo:${capital(claim.modality)}`,
      claim.event && `kgo:eventType ${node(eventClass(claim.event))}`, claim.by && `prov:wasAttributedTo ${node(claim.by)}`,
      claim.time && `kgo:time ${literal(claim.time, timeType(claim.time))}`, claim.place && `kgo:place ${node(claim.place)}`,
      `kgo:confidence ${literal(String(claim.confidence), "xsd:decimal")}`, claim.article.iri && `prov:wasDerivedFrom ${node(claim.article.iri)}`,
      `oa:hasTarget [ a oa:SpecificResource ;${claim.article.iri ? ` oa:hasSource ${node(claim.article.iri)} ;` : ""} oa:hasSelector [ a oa:TextQuoteSelector ; oa:exact ${literal(data.passages[number].slice(start, end))} ] ]`]);
  }
  const prefixes = Object.entries(data.prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  return [...prefixes, "", ...rows].join("\n");
}
