"""begin.py WORKERS: begin a Dask cluster of processes, print its address, and end it with the standard input."""

import sys

import dask
from distributed import LocalCluster

if __name__ == "__main__":
    # A batch is tried once more where its worker died; Dask's own three times take the tests too long.
    dask.config.set({"distributed.scheduler.allowed-failures": 1, "distributed.worker.daemon": True})
    with LocalCluster(n_workers=int(sys.argv[1]), threads_per_worker=1, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)  # noqa: T201  (for the test that began it)
        sys.stdin.read()
