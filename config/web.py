"""How gunicorn serves the desk: `gunicorn --config python:config.web config.wsgi`."""

import os

from config.env import Environment

env = Environment(os.environ)

worker_class = "gthread"
workers = env.number("WEB_PROCESSES", 2, least=1, most=64)
threads = env.number("WEB_THREADS", 4, least=1, most=64)
timeout = 60  # seconds
graceful_timeout = 15  # seconds
keepalive = 5  # seconds
max_requests = 5000
max_requests_jitter = 500
# Its default place is outside our data folder, and nothing here uses it.
control_socket_disable = True
# Addresses of requests may carry keys: the path alone is logged.
accesslog = "-" if env.flag("ACCESS_LOG", default=False) else None
access_log_format = '%(h)s "%(m)s %(U)s" %(s)s %(B)s bytes %(M)s ms'
errorlog = "-"
loglevel = "warning"
env.finish()

os.environ.setdefault("DATABASE_POOL_SIZE", str(threads))
