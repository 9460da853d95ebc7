#!/usr/bin/env bash
# Installs what is missing of some programs that Debian packages: ./debian.sh PROGRAM:PACKAGE…
set -euo pipefail
for pair in "$@"; do
  program=${pair%:*} package=${pair#*:}
  command -v "$program" >/dev/null && continue
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null 2>&1; then
    echo "installed $package"
  else
    echo "$package could not be installed; what needs it is left out"
  fi
done
