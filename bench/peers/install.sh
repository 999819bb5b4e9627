#!/bin/sh
# Installs the peers that run on Node, as package-lock.json pins them, into bench/peers/node_modules (git ignores it). Needs node 16 or newer and npm.
set -eu
cd "$(dirname "$0")"
npm ci --ignore-scripts --no-progress
node -e 'console.log("node " + process.version + ", @mozilla/readability " + require("@mozilla/readability/package.json").version)'
