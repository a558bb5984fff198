"""A script as it is written for Zenodo with Python's requests, run unchanged against the local one.

Usage: python3 tools/conformance/requests-client.py http://127.0.0.1:5072 [TOKEN]
"""

import hashlib
import os
import sys
import tempfile

import requests

site = sys.argv[1]
token = sys.argv[2] if len(sys.argv) > 2 else "local-zenodo-token"
depositions = f"{site}/api/deposit/depositions"
params = {"access_token": token}


def held(condition, what):
    if not condition:
        sys.exit(f"FAILED: {what}")


def told(answer, status):
    held(answer.status_code == status, f"{answer.request.method} {answer.url.split('?')[0]}: {answer.status_code} {answer.text[:500]}")
    return answer.json()


# The quickstart of Zenodo's guide: an empty deposition, a streamed upload to the bucket, metadata, publish.
r = requests.post(depositions, params=params, json={}, headers={"Content-Type": "application/json"})
deposition = told(r, 201)
bucket_url = deposition["links"]["bucket"]
with tempfile.TemporaryDirectory() as work:
    path = os.path.join(work, "my data.csv")
    content = b"day,sum\n" + b"2026-01-01,0.4\n" * 20_000
    with open(path, "wb") as out:
        out.write(content)
    with open(path, "rb") as fp:
        put = told(requests.put(f"{bucket_url}/my data.csv", data=fp, params=params), 201)
    held(put["checksum"] == "md5:" + hashlib.md5(content).hexdigest(), "checksum of the stream")
    # The old file API takes the name from a form field.
    with open(path, "rb") as fp:
        url = f"{depositions}/{deposition['id']}/files"
        form = told(requests.post(url, params=params, data={"name": "second file.csv"}, files={"file": fp}), 201)
    held(form["filename"] == "second_file.csv", "name of the form")

# A generator has no length: it is sent in chunks.
chunked = told(requests.put(f"{bucket_url}/chunked.txt", data=iter([b"a" * 1000, b"b" * 1000]), params=params), 201)
held(chunked["size"] == 2000, "size of a chunked upload")

data = {
    "metadata": {
        "title": "My first upload",
        "upload_type": "poster",
        "description": "This is my first upload",
        "creators": [{"name": "Doe, John", "affiliation": "Zenodo"}],
    }
}
told(requests.put(f"{depositions}/{deposition['id']}", params=params, json=data), 200)
published = told(requests.post(deposition["links"]["publish"], params=params), 202)
held(published["submitted"] and published["state"] == "done", "state of what is published")

# What a reader does: redirects are followed, no token is sent.
record = told(requests.get(f"{site}/api/records/{published['conceptrecid']}"), 200)
held(record["id"] == published["id"], "the concept leads to the newest version")
bibtex = requests.get(f"{site}/api/records/{record['id']}", headers={"Accept": "application/x-bibtex"})
held(published["doi"] in bibtex.text, "BibTeX")
for entry in record["files"]:
    got = requests.get(entry["links"]["self"], stream=True)
    digest = hashlib.md5()
    for piece in got.iter_content(8192):
        digest.update(piece)
    held("md5:" + digest.hexdigest() == entry["checksum"], f"bytes of {entry['key']}")

# A new version: links are followed, the old files are deleted one by one.
session = requests.Session()
session.headers["Authorization"] = f"Bearer {token}"
answer = told(session.post(published["links"]["newversion"]), 201)
draft = told(session.get(answer["links"]["latest_draft"]), 200)
for entry in told(session.get(draft["links"]["files"]), 200):
    held(session.delete(entry["links"]["self"]).status_code == 204, f"deletion of {entry['filename']}")
told(session.put(f"{draft['links']['bucket']}/v2.csv", data=b"day,sum\n"), 201)
data["metadata"]["version"] = "2"
told(session.put(draft["links"]["self"], json=data), 200)
second = told(session.post(draft["links"]["publish"]), 202)
held(second["conceptdoi"] == published["conceptdoi"], "the concept DOI stays")

# Pages until a short one.
found, page = [], 1
while True:
    listed = told(session.get(depositions, params={"page": page, "size": 1, "all_versions": 1}), 200)
    found += [entry["id"] for entry in listed]
    if not listed or {published["id"], second["id"]} <= set(found):
        break
    page += 1
held({published["id"], second["id"]} <= set(found), "paging finds both versions")

# A session keeps cookies: with a bad token its second write is refused as on Zenodo, and not as 403.
bad = requests.Session()
bad.headers["Authorization"] = "Bearer nobody"
held(bad.post(depositions, json={}).status_code == 403, "a bad token is nobody")
held("CSRF" in told(bad.post(depositions, json={}), 400)["message"], "a bad token with a cookie jar")

# Mistakes are told as Zenodo tells them.
wrong = requests.put(f"{bucket_url}/x.zip", data=b"x", params=params, headers={"Content-Type": "application/zip"})
held(wrong.status_code == 415, "a zip as application/zip")
held(requests.post(f"{depositions}/", params=params, json={}).status_code == 404, "a slash at the end")
print(f"requests client: all held ({second['doi']})")
