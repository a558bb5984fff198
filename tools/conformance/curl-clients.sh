#!/usr/bin/env bash
# Scripts as they are written for Zenodo, run unchanged against the local one: curl with a token in the
# query, multipart uploads of the old file API, links that are followed, lists that are paged through.
# Usage: tools/conformance/curl-clients.sh http://127.0.0.1:5072 [TOKEN]
set -euo pipefail
site="$1"
token="${2:-local-zenodo-token}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
field() { node -e 'let t="";process.stdin.on("data",(c)=>(t+=c)).on("end",()=>{let v=JSON.parse(t);for(const k of process.argv[1].split("."))v=v[k];console.log(v)})' "$1"; }
fail() { echo "FAILED: $*" >&2; exit 1; }
seq 1 1000 > "$work/data.csv"
printf 'second file' > "$work/my file.txt"

# The quickstart: create, upload to the bucket with curl -T, describe, publish, all with ?access_token=.
deposit="$(curl -fsS -H 'Content-Type: application/json' -X POST --data '{}' "$site/api/deposit/depositions?access_token=$token")"
id="$(field id <<< "$deposit")"
bucket="$(field links.bucket <<< "$deposit")"
curl -fsS --upload-file "$work/data.csv" "$bucket/data.csv?access_token=$token" > "$work/put.json"
[[ "$(field checksum < "$work/put.json")" == "md5:$(md5sum < "$work/data.csv" | cut -d' ' -f1)" ]] || fail 'checksum of --upload-file'

# The old file API: -F file and -F name.
curl -fsS -F name=second.txt -F "file=@$work/my file.txt" "$site/api/deposit/depositions/$id/files?access_token=$token" > "$work/form.json"
[[ "$(field filename < "$work/form.json")" == second.txt ]] || fail 'name of the form'

metadata='{"metadata":{"title":"By curl","upload_type":"poster","description":"A script","creators":[{"name":"Doe, John","affiliation":"Zenodo"}]}}'
curl -fsS -H 'Content-Type: application/json' -X PUT --data "$metadata" "$site/api/deposit/depositions/$id?access_token=$token" > /dev/null
published="$(curl -fsS -X POST "$site/api/deposit/depositions/$id/actions/publish?access_token=$token")"
doi="$(field doi <<< "$published")"
curl -fsSL "$site/doi/$doi" | grep 'By curl' > /dev/null || fail 'the DOI leads to the page'
curl -fsS "$site/api/records/$id/files/data.csv/content" | cmp - "$work/data.csv" || fail 'the file comes back'
curl -fsS -H 'Accept: application/x-bibtex' "$site/api/records/$id" | grep '@misc{doe_' > /dev/null || fail 'BibTeX'

# A new version, found by following links; its old file is replaced.
auth=(-H "Authorization: Bearer $token")
next="$(curl -fsS "${auth[@]}" -X POST "$(field links.newversion <<< "$published")")"
next="$(curl -fsS "${auth[@]}" "$(field links.latest_draft <<< "$next")")"
seq 1 2000 > "$work/data.csv"
curl -fsS "${auth[@]}" --upload-file "$work/data.csv" "$(field links.bucket <<< "$next")/data.csv" > /dev/null
second="$(curl -fsS "${auth[@]}" -X POST "$(field links.publish <<< "$next")")"
[[ "$(field conceptdoi <<< "$second")" == "$(field conceptdoi <<< "$published")" ]] || fail 'the concept DOI stays'
curl -fsSL "$site/api/records/$(field conceptrecid <<< "$second")" | grep "\"doi\":\"$(field doi <<< "$second")\"" > /dev/null || fail 'the concept leads to the newest'

# Pages until a short one.
count=0
for page in 1 2 3 4 5 6 7 8 9 10; do
  got="$(curl -fsS "${auth[@]}" "$site/api/deposit/depositions?all_versions=1&size=1&page=$page" | field length)"
  count=$((count + got))
  if [[ "$got" == 0 ]]; then break; fi
done
[[ "$count" -ge 2 ]] || fail "paging found $count"
status="$(curl -sS -o /dev/null -w '%{http_code}' -H 'Content-Type: application/zip' --upload-file "$work/data.csv" "$bucket/x.zip?access_token=$token")"
[[ "$status" == 415 ]] || fail "a zip as application/zip was answered $status"
echo "curl clients: all held ($doi)"
