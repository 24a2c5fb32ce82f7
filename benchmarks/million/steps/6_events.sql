-- The trail: what happened to each claim and when. Its hashes are unique but do not chain, so
-- `verify_trail` has nothing to say about this database.
CREATE TEMP TABLE step (way text, number int, kind text, share float8, spread float8,
    from_state text, to_state text, who text, about text);
INSERT INTO step VALUES
    ('straight', 1, 'claim.found', 0, 0, '', 'candidate', '', ''),
    ('straight', 2, 'claim.accepted', 0.05, 0.1, 'candidate', 'queued', 'checker', ''),
    ('straight', 3, 'claim.taken', 0.2, 0.2, 'queued', 'in_progress', 'checker', ''),
    ('straight', 4, 'verdict.submitted', 0.6, 0.2, 'draft', 'submitted', 'checker', 'verdict'),
    ('straight', 5, 'verdict.approved', 0.85, 0.1, 'submitted', 'approved', 'editor', 'verdict'),
    ('straight', 6, 'verdict.published', 1, 0, 'approved', 'published', 'editor', 'verdict'),
    ('returned', 1, 'claim.found', 0, 0, '', 'candidate', '', ''),
    ('returned', 2, 'claim.accepted', 0.05, 0.1, 'candidate', 'queued', 'checker', ''),
    ('returned', 3, 'claim.taken', 0.2, 0.1, 'queued', 'in_progress', 'checker', ''),
    ('returned', 4, 'verdict.submitted', 0.4, 0.1, 'draft', 'submitted', 'checker', 'verdict'),
    ('returned', 5, 'verdict.returned', 0.55, 0.05, 'submitted', 'changes_requested', 'editor', 'verdict'),
    ('returned', 6, 'claim.taken', 0.65, 0.05, 'queued', 'in_progress', 'checker', ''),
    ('returned', 7, 'verdict.submitted', 0.75, 0.1, 'draft', 'submitted', 'checker', 'verdict'),
    ('returned', 8, 'verdict.approved', 0.9, 0.05, 'submitted', 'approved', 'editor', 'verdict'),
    ('returned', 9, 'verdict.published', 1, 0, 'approved', 'published', 'editor', 'verdict'),
    ('candidate', 1, 'claim.found', 0, 0, '', 'candidate', '', ''),
    ('queued', 1, 'claim.found', 0, 0, '', 'candidate', '', ''),
    ('queued', 2, 'claim.accepted', 0.1, 0.2, 'candidate', 'queued', 'checker', ''),
    ('in_progress', 1, 'claim.found', 0, 0, '', 'candidate', '', ''),
    ('in_progress', 2, 'claim.accepted', 0.1, 0.2, 'candidate', 'queued', 'checker', ''),
    ('in_progress', 3, 'claim.taken', 0.5, 0.3, 'queued', 'in_progress', 'checker', ''),
    ('dismissed', 1, 'claim.found', 0, 0, '', 'candidate', '', ''),
    ('dismissed', 2, 'claim.dismissed', 0.3, 0.5, 'candidate', 'dismissed', 'checker', ''),
    ('duplicate', 1, 'claim.found', 0, 0, '', 'candidate', '', ''),
    ('duplicate', 2, 'claim.merged', 0.3, 0.5, 'candidate', 'duplicate', 'checker', ''),
    ('checked', 1, 'claim.found', 0, 0, '', 'candidate', '', ''),
    ('checked', 2, 'claim.accepted', 0.1, 0.1, 'candidate', 'queued', 'checker', ''),
    ('checked', 3, 'claim.taken', 0.3, 0.2, 'queued', 'in_progress', 'checker', ''),
    ('checked', 4, 'verdict.submitted', 0.7, 0.2, 'draft', 'submitted', 'checker', 'verdict');

INSERT INTO claims_event (chain, position, kind, at, actor_id, claim_id, subject, from_state,
    to_state, commitments, previous_hash, hash)
SELECT id::text, number, kind, at,
    CASE who WHEN 'checker' THEN checkers[checker] WHEN 'editor' THEN editors[editor] END,
    id, CASE WHEN about <> '' THEN 'verdict:' || pg_temp.uid(6, n, created_at) ELSE '' END,
    from_state, to_state, '{}', '', encode(sha256((n::text || ':' || number)::bytea), 'hex')
FROM (
    SELECT plan.id, plan.n, plan.checker, plan.editor, plan.created_at, step.*, plan.created_at
        + (coalesce(published_at, least(created_at + interval '10 hours', today)) - plan.created_at)
        * (share + spread * pg_temp.chance(plan.n, 60 + number)) AS at
    FROM plan JOIN step ON way = CASE WHEN NOT is_public THEN state
        WHEN plan.n % 12 = 5 THEN 'returned' ELSE 'straight' END, clock
) happened, people
ORDER BY at;

INSERT INTO claims_event (chain, position, kind, at, actor_id, claim_id, subject, from_state,
    to_state, commitments, previous_hash, hash)
SELECT plan.id::text, 1 + CASE WHEN plan.n % 12 = 5 THEN 9 ELSE 6 END,
    CASE publication.kind WHEN 'corrected' THEN 'verdict.published' ELSE 'verdict.retracted' END,
    happened, editors[editor], plan.id, 'verdict:' || claims_publication.verdict_id,
    CASE publication.kind WHEN 'corrected' THEN 'approved' ELSE 'published' END,
    CASE publication.kind WHEN 'corrected' THEN 'published' ELSE 'retracted' END,
    '{}', '', encode(sha256((plan.n::text || ':last')::bytea), 'hex')
FROM publication JOIN plan USING (n) JOIN claims_publication USING (sequence), people
WHERE publication.kind <> 'published'
ORDER BY happened;
