#!/bin/bash
# Rules of the project that the formatter does not know: no traps on purpose, no print in a daemon, no long files.
set -euo pipefail
cd "$(dirname "$0")/.."
longest=400
bad=0

complain() {
    printf '%s\n' "$1" >&2
    bad=1
}

while IFS= read -r file; do
    lines=$(wc -l <"$file")
    ((lines <= longest)) || complain "$file: $lines lines, at most $longest"
done < <(find Sources Tests scripts -type f \( -name '*.swift' -o -name '*.c' -o -name '*.h' -o -name '*.sh' \) | sort)

while IFS= read -r file; do
    code=$(sed -E 's|//.*$||' "$file")
    if found=$(grep -nE '\bfatalError\(|\btry!|\bas!' <<<"$code"); then
        complain "$file: fatalError, try! or as! in Sources"$'\n'"$found"
    fi
    case $file in
        # Standard output is what these programs are for; the daemon's is its summary.
        Sources/lintelctl/* | Sources/lintel-bench/* | Sources/linteld/LinteldCommand.swift) continue ;;
    esac
    if found=$(grep -nE '(^|[^.A-Za-z_])(print|debugPrint|dump)\(' <<<"$code"); then
        complain "$file: print in a module or a daemon"$'\n'"$found"
    fi
done < <(find Sources -name '*.swift' | sort)
exit $bad
