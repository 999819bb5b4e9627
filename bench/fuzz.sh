#!/bin/sh
# Coverage-guided fuzzing of the parsers of Feeds and Articles with AFL++ and SharpFuzz, from a clean clone.
#
#     bench/fuzz.sh [MINUTES] [TARGET...]      targets: feed dates charset opml links markup article piece; all of them when none is named
#
# Needs afl-fuzz on the path (Debian and Ubuntu: apt-get install afl++). What it finds stays below FUZZ_OUT (a new temporary folder when
# unset): crashes/ holds inputs that threw or broke a promise, hangs/ those that took longer than five seconds.
set -eu
cd "$(dirname "$0")/.."
minutes=${1:-5}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- feed dates charset opml links markup article piece
command -v afl-fuzz >/dev/null || { echo "afl-fuzz is not here; without it: dotnet run -c Release --project bench/GlobeEcho.Bench -- fuzz feeds --minutes $minutes, and fuzz articles" >&2; exit 2; }

out=${FUZZ_OUT:-$(mktemp -d)}
mkdir -p "$out"
dotnet build -c Release bench/GlobeEcho.Bench
[ -x "$out/tools/sharpfuzz" ] || dotnet tool install SharpFuzz.CommandLine --version 2.3.0 --tool-path "$out/tools"
rm -rf "$out/bin"
cp -r bench/GlobeEcho.Bench/bin/Release/net10.0 "$out/bin"
# Only the two rooms are instrumented: the rest would drown what matters.
DOTNET_ROLL_FORWARD=Major "$out/tools/sharpfuzz" "$out/bin/GlobeEcho.Newsroom.dll" GlobeEcho.Newsroom.Feeds GlobeEcho.Newsroom.Articles

export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_NO_UI=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1 DOTNET_TieredPGO=0
found=0
for target in "$@"; do
    rm -rf "$out/in-$target" "$out/$target"
    dotnet "$out/bin/GlobeEcho.Bench.dll" fuzz seeds "$target" "$out/in-$target"
    afl-fuzz -V "$(awk "BEGIN { print int($minutes * 60) }")" -i "$out/in-$target" -o "$out/$target" -t 10000 -m none -- dotnet "$out/bin/GlobeEcho.Bench.dll" fuzz afl "$target" >"$out/$target.log" 2>&1 || true
    stats="$out/$target/default/fuzzer_stats"
    [ -f "$stats" ] || { tail -n 20 "$out/$target.log" >&2; exit 1; }
    value() { sed -n "s/^$1 *: *//p" "$stats"; }
    echo "$target: $(value run_time) s, $(value execs_done) executions, corpus $(value corpus_count), crashes $(value saved_crashes), hangs $(value saved_hangs)"
    found=$((found + $(value saved_crashes) + $(value saved_hangs)))
done
echo "kept in $out"
[ "$found" -eq 0 ]
