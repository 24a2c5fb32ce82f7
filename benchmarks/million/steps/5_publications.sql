-- Everything that is public: one publication per claim, then the corrections and retractions.
CREATE TEMP TABLE publication AS
SELECT n, 'published' AS kind, n::bigint AS sequence, published_at AS happened FROM verdict WHERE is_public
UNION ALL
SELECT n, CASE WHEN n % 50 = 0 THEN 'corrected' ELSE 'retracted' END,
    {{public}} + row_number() OVER (ORDER BY n),
    today - interval '6 hours' + row_number() OVER (ORDER BY n) * interval '0.5 seconds'
FROM verdict, clock WHERE is_public AND (n % 50 = 0 OR n % 300 = 7);

INSERT INTO claims_publication
    (sequence, kind, claim_id, verdict_id, document, sha256, published_at)
SELECT sequence, happening, id, verdict_id, document,
    encode(sha256(convert_to(document, 'UTF8')), 'hex'), happened
FROM (
    SELECT ordered.*, CASE WHEN happening = 'retracted' THEN {{tombstone}} ELSE {{public_document}} END
        AS document
    FROM (
        SELECT revision.*, publication.kind AS happening, sequence, happened, scale.rating,
            pg_temp.moment(happened) AS at, content_hash,
            CASE WHEN publication.kind = 'corrected' THEN format(
                '[{"at":"%s","note":"%s","revision":2,"type":"evidence"}]',
                pg_temp.moment(happened), revision.public_note) ELSE '[]' END AS corrections
        FROM publication
        JOIN revision ON revision.n = publication.n
            AND revision.revision = CASE WHEN publication.kind = 'corrected' THEN 2 ELSE 1 END
        JOIN scale ON scale.key = rating_key
        JOIN claims_verdict ON claims_verdict.id = revision.verdict_id
        ORDER BY sequence
    ) ordered
) written;

INSERT INTO claims_publicstate (claim_id, publication_id, slug, is_retracted, is_under_review,
    rating_key, language, kind, claimant_id, topics, outlets, said_on, words, first_published_at,
    updated_at)
SELECT verdict.id, last.sequence, slug, last.kind = 'retracted', false,
    CASE WHEN last.kind = 'corrected' THEN 'half-true' ELSE rating_key END,
    verdict.language, verdict.kind, claimant_id,
    jsonb_path_query_array(topics::jsonb, '$[*].slug'), jsonb_build_array(outlet_domain),
    said_on::date, concat_ws(E'\n', text, text, summary, speaker), published_at, last.happened
FROM verdict
JOIN (SELECT DISTINCT ON (n) * FROM publication ORDER BY n, sequence DESC) last USING (n)
ORDER BY n;

INSERT INTO claims_publicfigure (state_id, value, unit)
SELECT id, plan.value, unit FROM plan
WHERE is_public AND figure IS NOT NULL AND NOT (n % 300 = 7 AND n % 50 <> 0);
