-- Evidence with a kept copy, and the verdicts that rest on it. The documents are the product's own.
CREATE TEMP TABLE verdict AS
SELECT plan.n, plan.is_public, rating_key, checker, editor, plan.created_at, plan.published_at,
    coalesce(plan.published_at, plan.created_at + interval '5 hours') AS done_at,
    plan.id, plan.text, plan.kind, plan.language, (plan.created_at - interval '1 day')::date::text AS said_on,
    mention.claimant_id, mention.speaker, mention.role, mention.id AS mention_id,
    mention.start::int AS start, mention.start::int + char_length(plan.text) AS "end",
    ', ' || mention.speaker || ' said.' AS after,
    to_json(substr(wording.text, greatest(mention.start - 31, 1)::int,
        least(mention.start, 32)::int))::text AS prefix,
    to_json(substr(wording.text, (mention.start + char_length(plan.text) + 1)::int, 32))::text AS suffix,
    snapshot.sha256 AS snapshot_sha256,
    wording.id AS article_id, article.canonical_url AS article_url, wording.headline AS article_headline,
    source.name AS outlet, source.domain AS outlet_domain,
    pg_temp.moment(wording.at) AS article_at,
    CASE WHEN figure IS NULL THEN '[]' ELSE format(
        '[{"approximate":false,"change":null,"consistent":null,"from":null,"high":null,"kind":"count",'
        '"low":null,"period":null,"text":"%s","to":null,"unit":%s,"value":%s,"what":null}]',
        figure, coalesce('"' || nullif(plan.unit, '') || '"', 'null'), plan.value) END AS quantities,
    '[' || (SELECT string_agg(format('{"name":"%s","slug":"%s"}', name, slug), ',' ORDER BY slug)
        FROM claims_topic WHERE claims_topic.id IN (plan.topic, plan.second_topic)) || ']' AS topics,
    pg_temp.uid(5, plan.n, plan.created_at) AS evidence_id, 'Register of ' || plan.y AS evidence_title,
    'https://statistics.example/tables/' || plan.n AS evidence_url,
    'The register counts ' || plan.a || ' entries for ' || plan.y || '.' AS evidence_quote,
    pg_temp.moment(plan.created_at + interval '2 hours') AS captured_at,
    encode(sha256(plan.n::text::bytea), 'hex') AS capture_sha256,
    pg_temp.uid(6, plan.n, plan.created_at) AS verdict_id,
    'The register counts ' || plan.a || ' entries; what was said is to be read against that.' AS summary,
    plan.a AS value, claim.slug, pg_temp.moment(plan.published_at) AS first_at
FROM plan
JOIN claims_claim claim ON claim.id = plan.id
JOIN mention ON mention.n = plan.n AND mention.article = plan.article
JOIN wording ON wording.article = plan.article
JOIN articles_snapshot snapshot ON snapshot.id = plan.article
JOIN articles_article article ON article.id = wording.id
JOIN articles_source source ON source.id = article.source_id
WHERE plan.state = 'checked'
ORDER BY plan.n;
CREATE INDEX ON verdict (n);
ANALYZE verdict;

INSERT INTO claims_evidence (id, claim_id, number, kind, stance, title, publisher, url, quote, note,
    independence, is_protected_source, archive_url, added_by_id, added_at, withdrawn_reason)
SELECT evidence_id, id, 1, 'statistics', 'supports', evidence_title, 'Statistics office',
    evidence_url, evidence_quote, '', 'independent', false, '', checkers[checker],
    created_at + interval '2 hours', ''
FROM verdict, people ORDER BY n;

INSERT INTO claims_capture (evidence_id, way, url, file_name, media_type, size, sha256, text,
    captured_at, captured_by_id)
SELECT evidence_id, 'fetch', evidence_url, '', 'text/html', 4000 + n % 9000, capture_sha256,
    evidence_quote, created_at + interval '2 hours', checkers[checker]
FROM verdict, people ORDER BY n;

-- Revision 1, and revision 2 of every fiftieth public claim, which corrects it.
CREATE TEMP TABLE revision AS
SELECT verdict.*, verdict_id AS first_id, 1 AS revision, created_at AS begun_at, 'null' AS corrects,
    'null' AS correction_type, '' AS public_note
FROM verdict
UNION ALL
SELECT verdict.*, verdict_id, 2, today - interval '2 days', '1', '"evidence"',
    'The register was revised; we follow the new figure.'
FROM verdict, clock WHERE is_public AND n % 50 = 0;
UPDATE revision SET verdict_id = pg_temp.uid(7, n, begun_at), rating_key = 'half-true',
    done_at = begun_at + interval '40 hours'
WHERE revision = 2;
CREATE INDEX ON revision (n);
ANALYZE revision;

INSERT INTO claims_verdict (id, claim_id, number, state, version, rating_id, said, confidence,
    headline, summary, rationale, media, media_original, media_context, methodology_id, corrects_id,
    correction_type, public_note, waiver_reason, document, content_hash, drafted_at, saved_at,
    submitted_by_id, submitted_at, return_reason, return_note, approved_by_id, approved_at,
    published_by_id, published_at, superseded_at, retracted_at)
SELECT verdict_id, id, revision,
    CASE WHEN NOT is_public THEN 'submitted' WHEN revision = 1 AND n % 50 = 0 THEN 'superseded'
        WHEN n % 300 = 7 THEN 'retracted' ELSE 'published' END,
    4, rating_id, 'confirmed', 'high', text, summary,
    {{rationale}}, '', '', '',
    (SELECT max(id) FROM claims_methodology), CASE WHEN revision = 2 THEN first_id END,
    CASE WHEN revision = 2 THEN 'evidence' ELSE '' END, public_note, '', document,
    encode(sha256(convert_to(document, 'UTF8')), 'hex'), begun_at + interval '2 hours',
    begun_at + interval '3 hours', checkers[checker], begun_at + (done_at - begun_at) * 0.7, '', '',
    CASE WHEN is_public THEN editors[editor] END, CASE WHEN is_public THEN done_at END,
    CASE WHEN is_public THEN editors[editor] END, CASE WHEN is_public THEN done_at END,
    CASE WHEN is_public AND revision = 1 AND n % 50 = 0 THEN today END,
    CASE WHEN is_public AND n % 300 = 7 AND n % 50 <> 0 THEN today END
FROM (
    SELECT ordered.*, {{content}} AS document FROM (
        SELECT revision.*, scale.rating, scale.id AS rating_id
        FROM revision JOIN scale ON scale.key = rating_key ORDER BY n, revision
    ) ordered
) written, people, clock;

INSERT INTO claims_verdictauthor (verdict_id, user_id, since)
SELECT verdict_id, checkers[checker], begun_at + interval '2 hours' FROM revision, people;

INSERT INTO claims_citation (verdict_id, evidence_id) SELECT verdict_id, evidence_id FROM revision;
ANALYZE claims_verdict;
