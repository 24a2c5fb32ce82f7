from django.db import migrations
from pgmq.install import get_embedded_install_sql


def install(apps, schema_editor):
    """Create the schema `pgmq`, unless an operator has installed it as an extension."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT to_regprocedure('pgmq.create(text)') IS NOT NULL")
        if not cursor.fetchone()[0]:
            cursor.execute(get_embedded_install_sql())


class Migration(migrations.Migration):
    """The message queue inside PostgreSQL, used when no other broker is set."""

    initial = True
    dependencies = []
    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
