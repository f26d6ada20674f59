"""All tables of an empty database in one step, as every migration one after another would leave them.

Following some forty migrations costs three seconds, nearly all of it in picturing each state between them. A
person who starts Alongside for the first time waits for that, so an empty SQLite file gets its tables
straight from the models, and every migration is noted as done. A test holds both ways side by side: the same
tables, columns, constraints, indexes, triggers and rows.
"""

from typing import TYPE_CHECKING, cast

from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import Migration, RunPython
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

if TYPE_CHECKING:
    from django.db.migrations.state import StateApps


def is_empty() -> bool:
    """Whether the database is an SQLite file without a single table."""
    return connection.vendor == "sqlite" and not connection.introspection.table_names()


def create_tables() -> None:
    """Create every table, or, where that fails, none."""
    loader = MigrationLoader(None)
    recorder = MigrationRecorder(connection)
    with connection.schema_editor(atomic=True) as editor:
        for model in apps.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
        recorder.ensure_schema()
        for leaf in loader.graph.leaf_nodes():
            for place in loader.graph.forwards_plan(leaf):
                if place not in recorder.applied_migrations():
                    _set_up_what_no_model_says(loader.graph.nodes[place], editor)
                    recorder.record_applied(*place)
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)


def _set_up_what_no_model_says(migration: Migration, editor: BaseDatabaseSchemaEditor) -> None:
    """Do the steps that are code, such as triggers; those of other packages mend rows, and there are none."""
    if not type(migration).__module__.startswith("alongside."):
        return
    for step in migration.operations:
        if isinstance(step, RunPython):
            step.code(cast("StateApps", apps), editor)  # they speak of models in the same way
