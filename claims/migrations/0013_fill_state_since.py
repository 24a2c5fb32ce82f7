from django.db import migrations

# Of checked claims, by far the most, nobody asks it; to write them all takes long on a large desk.
FILL = """
UPDATE claims_claim claim SET state_since = coalesce(
    (
        SELECT max(event.at) FROM claims_event event
        WHERE event.claim_id = claim.id AND event.subject = '' AND event.to_state = claim.state
    ),
    claim.created_at
)
WHERE claim.state <> 'checked'
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0012_count_for_reports")]

    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
