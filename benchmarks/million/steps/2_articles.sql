-- Outlets, articles with the wording that holds the claims, people who said them.
INSERT INTO articles_source (name, domain, homepage, language, country, notes, created_at)
SELECT 'The ' || pg_temp.pick(pg_temp.chance(n, 31), ARRAY['Daily', 'Evening', 'Sunday', 'Free'])
    || ' Herald ' || n, 'outlet' || n || '.example', '', 'en', '', '', began
FROM generate_series(1, 40) n, clock;

INSERT INTO claims_side (key, name) SELECT 'side-' || n, 'Side ' || n FROM generate_series(1, 3) n;

-- Three in ten claimants are on no side.
INSERT INTO claims_claimant
    (id, name, kind, role, aliases, same_as, is_private_person, side_id, created_at)
SELECT pg_temp.uid(2, n, began),
    pg_temp.pick(pg_temp.chance(n, 32), ARRAY['Mara', 'Jonas', 'Ines', 'Tobias', 'Leila', 'Oskar',
        'Nadia', 'Viktor', 'Salma', 'Pieter', 'Agnes', 'Ruben', 'Hanna', 'Milo', 'Clara', 'Idris'])
    || ' ' || chr(65 + n % 26) || '. '
    || pg_temp.pick(pg_temp.chance(n, 33), ARRAY['Quillon', 'Marsh', 'Tolliver', 'Brandt', 'Okoro',
        'Lindqvist', 'Farrow', 'Castell', 'Nyberg', 'Petrov', 'Sandoval', 'Haddad', 'Keane',
        'Moreau', 'Vance', 'Ziegler', 'Abara', 'Dahl', 'Ferreira', 'Goss']) || ' ' || n,
    'person',
    pg_temp.pick(pg_temp.chance(n, 34), ARRAY['Member of parliament', 'Mayor', 'Minister',
        'Party chair', 'Columnist', 'Head of the union', 'Candidate', 'Spokesperson']),
    '{}', '{}', false, CASE WHEN n % 10 % 4 > 0 THEN 'side-' || n % 10 % 4 END, began
FROM generate_series(1, {{claimants}}) n, clock;

INSERT INTO claims_topic (name, slug)
SELECT 'Subject ' || n, 'subject-' || n FROM generate_series(1, 60) n;

-- Five claims of its own in each article, and one that an earlier article had already.
CREATE TEMP TABLE said AS
SELECT place.article, place.k, plan.n, plan.text AS quote, plan.created_at,
    claimant.name AS speaker, claimant.id AS claimant_id, claimant.role,
    plan.text || ', ' || claimant.name || ' said.' AS sentence
FROM (
    SELECT article, place_in_article AS k, n FROM plan
    UNION ALL
    SELECT article, 5, ((article - 1) / 50 * 50 - 1) * 5 + 1
    FROM generate_series(51, {{articles}}) article
) place
JOIN plan ON plan.n = place.n
JOIN claims_claimant claimant
    ON claimant.id = pg_temp.uid(2, plan.claimant, (SELECT began FROM clock));

CREATE TEMP TABLE wording AS
SELECT article, headline || E'\n\n' || body AS text, headline, pg_temp.uid(3, article, at) AS id, at
FROM (
    SELECT article, string_agg(sentence, ' ' ORDER BY k) AS body,
        'Report ' || article || ': ' || min(quote) FILTER (WHERE k = 0) AS headline,
        min(created_at) FILTER (WHERE k = 0) - interval '3 hours' AS at
    FROM said GROUP BY article
) told;
CREATE INDEX ON wording (article);
ANALYZE wording;

INSERT INTO articles_article
    (id, source_id, canonical_url, headline, byline, language, published_at, created_at)
SELECT id, 1 + article % 40, 'https://outlet' || 1 + article % 40 || '.example/' || article,
    headline, '', 'en', at, at + interval '1 hour'
FROM wording ORDER BY article;

INSERT INTO articles_snapshot
    (id, article_id, number, text, sha256, taken_at, reader, reader_version, language)
SELECT article, id, 1, text, encode(sha256(convert_to(text, 'UTF8')), 'hex'),
    at + interval '1 hour', 'html', '1', 'en'
FROM wording ORDER BY article;

INSERT INTO articles_retrieval (snapshot_id, at, way, url, media_type, sha256)
SELECT snapshot.id, taken_at, 'feed', canonical_url, 'text/html', sha256
FROM articles_snapshot snapshot JOIN articles_article article ON article.id = article_id
ORDER BY snapshot.id;

INSERT INTO claims_reading (id, snapshot_id, pipeline, state, reason, attempt, attempt_limit,
    heartbeat_at, queued_at, started_at, finished_at, resend_at, found, created)
SELECT id, id, 'bench/1', 'done', '', 1, 3, taken_at, taken_at, taken_at, taken_at, taken_at, 6, 5
FROM articles_snapshot;

SELECT setval(pg_get_serial_sequence('articles_snapshot', 'id'), {{articles}}),
    setval(pg_get_serial_sequence('claims_reading', 'id'), {{articles}});
ANALYZE said, articles_article, articles_snapshot, articles_source, claims_claimant, claims_topic;
