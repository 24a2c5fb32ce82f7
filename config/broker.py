"""How Celery reaches the message queue inside PostgreSQL."""

from __future__ import annotations

from psycopg.conninfo import make_conninfo


def pgmq_options(database: dict, *, visibility_timeout: int) -> dict[str, object]:
    """Return transport options of kombu's pgmq for a database as Django describes it.

    visibility_timeout: seconds after which an unanswered message goes to another worker.
    """
    options = {name: value for name, value in database["OPTIONS"].items() if name != "pool"}
    places = {name: database[name.upper()] for name in ("user", "password", "host", "port")}
    options.update({name: value for name, value in places.items() if value})
    return {
        # Always given, as key=value pairs: the transport would else read DATABASE_URL by itself,
        # and misread the folder of a socket in it.
        "conn_string": make_conninfo(dbname=database["NAME"], **options),
        "init_extension": False,
        "visibility_timeout": visibility_timeout,
        "use_notify": True,
        "wait_time_seconds": 0,
        "polling_interval": 1.0,
        "pool_size": 4,
        "pool_timeout": 10,
    }
