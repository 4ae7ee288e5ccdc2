"""Packs scikit-learn's digits.csv.gz into digits.bin: 1,797 rows of 64 pixels (0-16) and a label, one byte each.

Usage: python3 make-digits.py path/to/sklearn/datasets/data/digits.csv.gz digits.bin
"""

import gzip
import hashlib
import sys

source, target = sys.argv[1:]
with gzip.open(source, "rt") as lines:
    rows = [bytes(int(float(cell)) for cell in line.split(",")) for line in lines]
assert len(rows) == 1797 and all(len(row) == 65 for row in rows)
assert all(max(row[:64]) <= 16 and row[64] <= 9 for row in rows)
packed = b"".join(rows)
with open(target, "wb") as file:
    file.write(packed)
print(len(packed), "bytes, sha256", hashlib.sha256(packed).hexdigest())
