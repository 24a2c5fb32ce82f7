-- Claims in every state, where they were made, and the figures in them.
INSERT INTO claims_claim (id, text, kind, language, claimant_id, said_on, worth, reasons, features,
    priority, deadline, state, version, lease_by_id, lease_until, dismissal_reason,
    duplicate_of_id, slug, created_at, changed_at, mention_count, first_mention_id)
SELECT plan.id, text, kind, language,
    pg_temp.uid(2, claimant, (SELECT began FROM clock)), (created_at - interval '1 day')::date,
    round((0.3 + 0.7 * pg_temp.chance(n, 41))::numeric, 3), ARRAY['figure', 'named_speaker'],
    '{"has_number": true, "has_speaker": true}'::jsonb,
    CASE WHEN n % 50 = 0 THEN 2 WHEN n % 9 = 0 THEN 1 ELSE 0 END,
    CASE WHEN n % 40 = 0 THEN created_at + interval '3 days' END,
    state, CASE WHEN state = 'candidate' THEN 1 ELSE 4 END,
    CASE WHEN state = 'in_progress' THEN checkers[checker] END,
    -- A part of the leases has run out.
    CASE WHEN state = 'in_progress' THEN
        (SELECT today FROM clock) + interval '1 hour' * (4 * pg_temp.chance(n, 42) - 0.5) END,
    CASE WHEN state = 'dismissed' THEN pg_temp.pick(pg_temp.chance(n, 43), ARRAY['opinion',
        'trivial', 'off_topic', 'no_capacity', 'bad_extraction', 'not_checkable']) ELSE '' END,
    CASE WHEN state = 'duplicate' THEN (SELECT id FROM plan other WHERE other.n = plan.n / 7 + 1) END,
    CASE WHEN is_public THEN
        trim('-' FROM regexp_replace(lower(left(text, 80)), '[^a-z0-9]+', '-', 'g')) || '-' || n END,
    created_at, coalesce(published_at, created_at),
    1,
    pg_temp.uid(4, n * 8 + place_in_article, created_at)
FROM plan, people ORDER BY n;

INSERT INTO claims_claim_topics (claim_id, topic_id)
SELECT id, topic FROM plan
UNION ALL SELECT id, second_topic FROM plan WHERE second_topic IS NOT NULL;

CREATE TEMP TABLE mention AS
SELECT said.n, said.article, said.k, quote, speaker, claimant_id, role, char_length(sentence) AS length,
    pg_temp.uid(4,
        said.n * 8 + said.k + CASE WHEN k = 5 THEN 8::bigint * {{total}} * said.article ELSE 0 END,
        CASE WHEN k = 5 THEN wording.at ELSE said.created_at END) AS id,
    char_length(wording.headline) + 2 + coalesce(sum(char_length(sentence) + 1) OVER (
        PARTITION BY said.article ORDER BY said.k ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ), 0) AS start
FROM said JOIN wording USING (article);

INSERT INTO claims_mention (id, claim_id, snapshot_id, reading_id, start, "end", segments, quote,
    sentence_start, sentence_end, speaker, reported_by, cue, stance, quotation, dates, entities,
    anchor, created_at)
SELECT mention.id, plan.id, mention.article, mention.article, start, start + char_length(quote),
    '[]', quote, start, start + length, speaker, '', 'said',
    pg_temp.pick(pg_temp.chance(mention.n, 44), ARRAY['asserts', 'asserts', 'asserts', 'concedes',
        'warns', 'disputes', 'denies']),
    'indirect', '[]', '[]', 'exact', wording.at + interval '3 hours'
FROM mention JOIN plan USING (n) JOIN wording ON wording.article = mention.article
ORDER BY mention.article, k;

UPDATE claims_claim SET mention_count = counted.number
FROM (SELECT n, count(*) AS number FROM mention GROUP BY n HAVING count(*) > 1) counted
JOIN plan USING (n) WHERE plan.id = claims_claim.id;

INSERT INTO claims_quantity (mention_id, start, "end", text, kind, value, unit, what, period,
    comparison, approximate)
SELECT mention.id, start + strpos(quote, figure) - 1,
    start + strpos(quote, figure) - 1 + char_length(figure), figure, 'count', value, unit, '', '', '',
    false
FROM mention JOIN plan USING (n) WHERE figure IS NOT NULL;
ANALYZE claims_claim, mention;
