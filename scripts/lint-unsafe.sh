#!/bin/bash
# Unsafe code lives in FrameRing*.swift and System*.swift only; fails where the keyword or an unsafe type is elsewhere.
set -euo pipefail
cd "$(dirname "$0")/.."

# What a comment or a string says does not count.
without_comments() { sed -E -e 's|//.*$||' -e 's|"[^"]*"||g' "$1"; }

bad=0
while IFS= read -r file; do
    case $(basename "$file") in FrameRing*.swift | System*.swift) continue ;; esac
    if lines=$(without_comments "$file" | grep -nwE 'unsafe|@unsafe|Unsafe[A-Za-z]*(Pointer|Continuation)|unsafeBitCast|Unmanaged|OpaquePointer'); then
        printf '%s: unsafe code outside FrameRing*.swift and System*.swift\n%s\n' "$file" "$lines" >&2
        bad=1
    fi
done < <(find Sources Tests -name '*.swift' | sort)
exit $bad
