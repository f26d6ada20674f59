"""Triggers on both databases: a row of the audit trail is never changed or removed."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = [
    f"""
    CREATE TRIGGER web_auditrow_no_{verb.lower()} BEFORE {verb} ON web_auditrow
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END
    """
    for verb in ("UPDATE", "DELETE")
]
POSTGRES = [
    """
    CREATE FUNCTION web_auditrow_refuse() RETURNS trigger AS $$
    BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END
    $$ LANGUAGE plpgsql
    """,
    """
    CREATE TRIGGER web_auditrow_append_only BEFORE UPDATE OR DELETE ON web_auditrow
    FOR EACH ROW EXECUTE FUNCTION web_auditrow_refuse()
    """,
]
UNDO_SQLITE = ["DROP TRIGGER web_auditrow_no_update", "DROP TRIGGER web_auditrow_no_delete"]
UNDO_POSTGRES = [
    "DROP TRIGGER web_auditrow_append_only ON web_auditrow",
    "DROP FUNCTION web_auditrow_refuse()",
]


def put_up(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRES:
        schema_editor.execute(statement)


def take_down(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in UNDO_SQLITE if schema_editor.connection.vendor == "sqlite" else UNDO_POSTGRES:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("web", "0001_initial")]
    operations = [migrations.RunPython(put_up, take_down)]
