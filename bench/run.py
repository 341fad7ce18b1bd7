"""run.py: the benches that need nothing but this repository."""

import subprocess
import sys
from pathlib import Path

BENCHES = (["noop.py"], ["kill.py", "--times", "10"])


def main() -> int:
    """Run them one after the other; exit 1 where one of them found a fault."""
    here = Path(__file__).parent
    codes = [subprocess.run([sys.executable, here / name, *rest], check=False).returncode for name, *rest in BENCHES]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
