"""begin.py WORKERS: begin a Dask cluster of processes, print its address, and end it with the standard input."""

import sys

import dask
from distributed import LocalCluster

if __name__ == "__main__":
    # A batch is tried once more where its worker died; Dask's own three times take the tests too long. And a worker
    # that is not there when the cluster looks again is not given up, as tests let them die one after another.
    dask.config.set({"distributed.scheduler.allowed-failures": 1, "distributed.deploy.lost-worker-timeout": "1 hour"})
    with LocalCluster(n_workers=int(sys.argv[1]), threads_per_worker=1, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)  # noqa: T201  (for the test that began it)
        sys.stdin.read()
