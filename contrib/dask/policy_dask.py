"""Pages → Results on a Dask cluster: one long-lived `policy parse --ndjson` a worker, NDJSON or Parquet out.

    python3 policy_dask.py notices -o results --scheduler tcp://head:8786
"""

import argparse
import base64
import json
import logging
import os
import shlex
import subprocess
import sys
import threading

import dask.bag
from distributed import Client, get_worker


def pages(root):
    """The files below a folder, hidden ones left out, in one fixed order."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(folder, name) for name in sorted(names) if not name.startswith("."))


def filter_of(policy, anew=False):
    """The filter of this thread of this worker; it ends with the worker, whose pipe it reads."""
    filters = get_worker().__dict__.setdefault("policy_filters", {})
    key = threading.get_ident()
    if anew and key in filters:
        filters.pop(key).kill()
    if key not in filters:
        filters[key] = subprocess.Popen(
            shlex.split(policy) + ["parse", "--ndjson", "--quiet"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )
    return filters[key]


def record(page, base, policy):
    """The Result of a page, or its error record, as the line that `policy` wrote: the bytes stay what they are."""
    try:
        with open(os.path.join(base, page), "rb") as file:
            content = base64.b64encode(file.read()).decode()
    except OSError as error:
        return failure(page, "unreadable", error.strerror)
    request = json.dumps({"path": page, "bytesBase64": content}).encode() + b"\n"
    for anew in (False, True):
        try:
            process = filter_of(policy, anew)
            process.stdin.write(request)
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = b""
        if line.endswith(b"\n"):
            return line
    filter_of(policy, anew=True)
    return failure(page, "worker-died", "the filter died on this page, and a second one too")


def failure(page, code, message):
    error = {"schema": "policy/1", "source": {"path": page}, "error": {"code": code, "message": message}}
    return json.dumps(error, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def part(chunk, base, policy, out, form):
    """One file of records, whole or not at all; how many they are, and how many of them are errors."""
    number, names = chunk
    lines = [record(page, base, policy) for page in names]
    target = os.path.join(out, f"part-{number:06}.{form}")
    temporary = os.path.join(out, f".part-{number:06}.{os.getpid()}.tmp")
    {"ndjson": write_ndjson, "parquet": write_parquet}[form](temporary, lines)
    os.replace(temporary, target)
    # An error record is short; long lines are Results, and need not be read to be told from it.
    return len(lines), sum(len(line) < 4096 and "error" in json.loads(line) for line in lines)


def write_ndjson(file, lines):
    with open(file, "wb") as out:
        out.writelines(lines)


def write_parquet(file, lines):
    """A row a page: path, sha256, error, and the Result as JSON, to be taken apart by the engine that reads it."""
    import pyarrow
    import pyarrow.parquet

    rows = []
    for line in lines:
        result = json.loads(line)
        source = result["source"]
        error = result.get("error", {}).get("message")
        rows.append({"path": source["path"], "sha256": source.get("sha256"), "error": error, "result": line.decode()})
    text = pyarrow.string()
    schema = pyarrow.schema([("path", text), ("sha256", text), ("error", text), ("result", text)])
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows, schema), file)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages", help="a folder that all workers see under this name")
    parser.add_argument("-o", "--output", required=True, help="a folder for the parts, seen by all workers")
    parser.add_argument("--scheduler", help="tcp://host:port; without it, a cluster on this machine")
    parser.add_argument("--policy", default=os.environ.get("POLICY", "policy"), help="the command, on the workers")
    parser.add_argument("--format", choices=["ndjson", "parquet"], default="ndjson")
    parser.add_argument("--chunk", type=int, default=500, help="pages a part: what a lost worker costs")
    given = parser.parse_args()
    if given.format == "parquet":
        try:
            import pyarrow  # noqa: F401
        except ImportError:
            sys.exit("error: Parquet needs pyarrow, here and on the workers")

    names = list(pages(given.pages))
    if not names:
        sys.exit("error: no pages below " + given.pages)
    os.makedirs(given.output, exist_ok=True)
    chunks = [(i, names[at : at + given.chunk]) for i, at in enumerate(range(0, len(names), given.chunk))]
    # What the client leaves unanswered when it closes is told by asyncio as an error, after all parts are there.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    with Client(given.scheduler, set_as_default=True):
        bag = dask.bag.from_sequence(chunks, npartitions=len(chunks))
        told = bag.map(part, os.getcwd(), given.policy, os.path.abspath(given.output), given.format).compute()
    failed = sum(count for _, count in told)
    print(f"{sum(count for count, _ in told)} pages in {len(told)} parts, {failed} failed", file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
