-- What there will be: one row per claim, with everything that is decided about it.
-- Numbers 1 to {{public}} are published, the rest is at the desk.
CREATE FUNCTION pg_temp.uid(code int, n bigint, at timestamptz) RETURNS uuid
LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7'
        || lpad(to_hex(code), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid
$$;
-- From 0 to below 1, the same in every run.
CREATE FUNCTION pg_temp.chance(n bigint, seed int) RETURNS float8
LANGUAGE sql IMMUTABLE AS $$
    SELECT ((hashint8extended(n, seed) >> 11) & 1048575) / 1048576.0::float8
$$;
CREATE FUNCTION pg_temp.pick(chance float8, words text[]) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT words[1 + floor(chance * cardinality(words))::int]
$$;
CREATE FUNCTION pg_temp.moment(at timestamptz) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

CREATE TEMP TABLE clock AS
SELECT date_trunc('second', now()) - interval '1 hour' AS today,
    date_trunc('second', now()) - interval '365 days' AS began,
    interval '364 days' / {{public}} AS step;

CREATE TEMP TABLE words AS
SELECT n, place, region, thing, body, site,
    1200 + floor(pg_temp.chance(n, 11) * 980000)::int AS a,
    2 + floor(pg_temp.chance(n, 12) * 88)::int AS p,
    1998 + floor(pg_temp.chance(n, 13) * 28)::int AS y,
    floor(pg_temp.chance(n, 14) * 6)::int AS form
FROM generate_series(1, {{total}}) n, LATERAL (SELECT
    pg_temp.pick(pg_temp.chance(n, 1), ARRAY['North', 'South', 'Upper', 'Lower', 'Port', 'New',
        'Old', 'East', 'West', 'Saint', 'Great', 'Little', 'High', 'Long', 'Stone', 'Black'])
    || ' ' || pg_temp.pick(pg_temp.chance(n, 2), ARRAY['Alden', 'Marrow', 'Harrow', 'Quill',
        'Denby', 'Ostley', 'Fenwick', 'Carrow', 'Tarn', 'Velden', 'Lorne', 'Wick', 'Brae',
        'Sallow', 'Menton', 'Keld', 'Orford', 'Pell', 'Thorne', 'Yarm']) AS place,
    pg_temp.pick(pg_temp.chance(n, 3), ARRAY['county', 'valley', 'province', 'delta', 'lake district',
        'coast', 'highlands', 'islands', 'plain', 'border region']) AS region,
    pg_temp.pick(pg_temp.chance(n, 4), ARRAY['ferry crossings', 'school places', 'hospital beds',
        'bus journeys', 'house sales', 'burglaries', 'new jobs', 'asylum requests', 'births',
        'road accidents', 'library loans', 'building permits', 'bankruptcies', 'vaccinations',
        'night trains', 'parking fines', 'solar panels', 'heat pumps', 'fishing licences',
        'apprenticeships', 'rent arrears', 'evictions', 'wolf sightings', 'power cuts',
        'water meters', 'food inspections', 'planted trees', 'cycle paths', 'nursery places',
        'overtime hours', 'visa grants', 'port calls', 'dairy farms', 'wind turbines',
        'court cases', 'fire calls', 'tax audits', 'wage claims', 'sick days', 'flood alerts'])
        AS thing,
    pg_temp.pick(pg_temp.chance(n, 5), ARRAY['council', 'mayor', 'harbour office', 'school board',
        'police', 'hospital trust', 'water board', 'chamber of trade', 'parish', 'university'])
        AS body,
    pg_temp.pick(pg_temp.chance(n, 6), ARRAY['northern pier', 'steel works', 'night shelter',
        'public baths', 'railway yard', 'grain silo', 'old bridge', 'airfield', 'tram depot',
        'maternity ward', 'youth centre', 'sorting office']) AS site
) drawn;

CREATE TEMP TABLE plan AS
SELECT n, (n - 1) / 5 + 1 AS article, (n - 1) % 5 AS place_in_article, a, p, y,
    CASE form
        WHEN 0 THEN format('%s in %s fell from %s to %s in %s years',
            initcap(left(thing, 1)) || substr(thing, 2), place, to_char(a, 'FM999,999,999'),
            to_char(a * (100 - p) / 100, 'FM999,999,999'), 2 + p % 9)
        WHEN 1 THEN format('%s in %s rose by %s percent since %s',
            initcap(left(thing, 1)) || substr(thing, 2), place, p, y)
        WHEN 2 THEN format('The %s of %s spent %s euros on %s in %s',
            body, place, to_char(a, 'FM999,999,999'), thing, y)
        WHEN 3 THEN format('The %s of %s closed the %s in %s', body, place, site, y)
        WHEN 4 THEN format('%s has had more %s since %s than any other town in the %s',
            place, thing, y, region)
        ELSE format('The %s of %s will open the %s by %s', body, place, site, y + 30)
    END AS text,
    (ARRAY['quantity', 'quantity', 'quantity', 'event', 'state', 'prediction'])[form + 1] AS kind,
    CASE form WHEN 0 THEN to_char(a, 'FM999,999,999') WHEN 1 THEN p || ' percent'
        WHEN 2 THEN to_char(a, 'FM999,999,999') || ' euros' END AS figure,
    CASE form WHEN 0 THEN a WHEN 1 THEN p WHEN 2 THEN a END AS value,
    CASE form WHEN 0 THEN '' WHEN 1 THEN 'percent' WHEN 2 THEN 'euros' END AS unit,
    pg_temp.pick(pg_temp.chance(n, 21), ARRAY['en', 'en', 'en', 'en', 'en', 'en', 'en', 'de', 'fr',
        'es']) AS language,
    pg_temp.pick(pg_temp.chance(n, 22), ARRAY['true', 'true', 'mostly-true', 'mostly-true',
        'half-true', 'mostly-false', 'mostly-false', 'false', 'false', 'false', 'misleading',
        'misleading', 'unproven']) AS rating_key,
    1 + floor(power(pg_temp.chance(n, 23), 3) * {{claimants}})::int AS claimant,
    1 + floor(power(pg_temp.chance(n, 24), 2) * 40)::int AS topic,
    CASE WHEN n % 3 = 0 THEN 41 + (n % 20)::int END AS second_topic,
    CASE
        WHEN n <= {{public}} THEN 'checked'
        ELSE pg_temp.pick(pg_temp.chance(n, 25), ARRAY['candidate', 'candidate', 'candidate',
            'candidate', 'candidate', 'candidate', 'candidate', 'candidate', 'candidate',
            'candidate', 'candidate', 'queued', 'queued', 'queued', 'queued', 'in_progress',
            'dismissed', 'dismissed', 'duplicate', 'checked'])
    END AS state,
    n <= {{public}} AS is_public,
    1 + n % 20 AS checker, 1 + n % 6 AS editor,
    CASE WHEN n <= {{public}} THEN began + step * n END AS published_at,
    CASE WHEN n <= {{public}}
        -- From six hours to two weeks before, the same for all claims of one article.
        THEN began + step * ((n - 1) / 5 * 5 + 1)
            - interval '1 hour' * (6 + 330 * power(pg_temp.chance((n - 1) / 5, 26), 3))
        ELSE today - interval '40 days' * power(pg_temp.chance((n - 1) / 5, 27), 2)
    END AS created_at
FROM words, clock;

ALTER TABLE plan ADD id uuid;
UPDATE plan SET id = pg_temp.uid(1, n, created_at);
CREATE INDEX ON plan (n);
ANALYZE plan;
