#!/bin/sh
# Starts the portal behind nginx: checks the settings in the environment, makes index.html and nginx.conf of them in a
# folder that can be a tmpfs, and becomes nginx. The rules are those of settings.ts, and a test holds the two together.
#
#   start.sh               makes the files and serves
#   start.sh --only-make   makes the files
set -eu
umask 077
# Letters are those of ASCII, whatever the machine speaks.
export LC_ALL=C

fail() {
  printf '%s\n' "start.sh: $1" >&2
  exit 1
}

whole='[1-9][0-9]*'
origin='https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:[1-9][0-9]?[0-9]?[0-9]?[0-9]?)?/?'
folder='(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+'
path='/([A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*'
positive='[1-9][0-9]*(\.[0-9]+)?|0\.[0-9]*[1-9][0-9]*'

: "${EMNIFY_API_URL:=https://cdn.emnify.net}" "${BASE_PATH:=/}" "${PORT:=8080}" "${RUN_DIR:=/run/portal}"
: "${PORTAL_API_URL:=}" "${PORTAL_SUPPORT_CONTACT:=}" "${PORTAL_IDLE_MINUTES:=}"
: "${PORTAL_REQUESTS_PER_WINDOW:=}" "${PORTAL_BURST:=}" "${SSL_CERT_FILE:=}" "${ACCESS_LOG:=/dev/stdout}"
here=$(cd "$(dirname "$0")" && pwd)
FILES=${here%/*}/dist
export EMNIFY_API_URL BASE_PATH PORT RUN_DIR PORTAL_API_URL PORTAL_SUPPORT_CONTACT PORTAL_IDLE_MINUTES
export PORTAL_REQUESTS_PER_WINDOW PORTAL_BURST SSL_CERT_FILE ACCESS_LOG FILES

# Each variable fits its pattern whole, in at most so many characters. awk's `$` is the end of the text; grep's would be
# that of any line. Silence is no consent: it says how many it has checked.
verdict=$(printf '%s\n' \
  "EMNIFY_API_URL $origin 4096 origin such as https://cdn.emnify.net" \
  "BASE_PATH $path 4096 path such as /mfa/" \
  "PORT $whole 5 port" \
  "RUN_DIR $folder 4096 folder such as /run/portal" \
  "PORTAL_API_URL ($origin)? 4096 origin such as https://cdn.emnify.net" \
  "PORTAL_SUPPORT_CONTACT [^[:cntrl:]]* 4096 line of text" \
  "PORTAL_IDLE_MINUTES ($positive)? 9 positive number" \
  "PORTAL_REQUESTS_PER_WINDOW ($whole)? 9 positive whole number" \
  "PORTAL_BURST ($whole)? 9 positive whole number" \
  "SSL_CERT_FILE ($folder)? 4096 path of a file" \
  "ACCESS_LOG off|(syslog:server=unix:)?$folder 4096 file, syslog:server=unix:/dev/log, or off" \
  "FILES $folder 4096 folder such as /portal/dist" |
  awk '
    { name = $1; pattern = "^(" $2 ")$"; most = $3; $1 = $2 = $3 = ""; what = substr($0, 4) }
    ENVIRON[name] !~ pattern { wrong = name " is no " what; exit }
    length(ENVIRON[name]) > most { wrong = name " is no " what ": it is too long"; exit }
    END { print (wrong == "" ? NR " are right" : wrong) }
  ') || fail 'awk, which checks the settings, failed'
[ "$verdict" = '12 are right' ] || fail "${verdict:-the settings were not checked}"
[ "$PORT" -le 65535 ] || fail 'PORT is no port'

# What fits that is there, or nothing.
first() {
  for file; do
    [ -z "$file" ] || [ ! -r "$file" ] || { printf '%s' "$file" && return; }
  done
}

BASE=${BASE_PATH%/}
PORTAL_API_URL=${PORTAL_API_URL%/}
API_ORIGIN=${EMNIFY_API_URL%/}
API_HOST=${API_ORIGIN#*://}
API_NAME=$(printf '%s' "$API_HOST" | sed 's/:[0-9]*$//')

# Those that sign the API's certificate.
SSL_CERT_FILE=${SSL_CERT_FILE:-$(first /etc/ssl/certs/ca-certificates.crt /etc/ssl/cert.pem /etc/pki/tls/certs/ca-bundle.crt)}
[ -r "$SSL_CERT_FILE" ] || fail 'SSL_CERT_FILE is no readable file of certificates to trust, and the system has none'

name_servers=$(awk '$1 == "nameserver" && $2 !~ /%/ { printf " %s", $2 ~ /:/ ? "[" $2 "]" : $2 }' /etc/resolv.conf)
RESOLVER=${name_servers:+"resolver$name_servers;"}

# Debian and Alpine have the module as a package; without it the files go out as gzip.
module=ngx_http_brotli_static_module.so
module=$(first /usr/lib/nginx/modules/$module /usr/share/nginx/modules/$module)
BROTLI_MODULE=${module:+"load_module $module;"}
BROTLI=${module:+'brotli_static on;'}

# Below a path, the rest of the origin is nothing of the portal's.
OUTSIDE=${BASE:+'location / { return 404; }'}

LOG="$ACCESS_LOG portal"
[ "$ACCESS_LOG" != off ] || LOG=off

# A member of the settings' JSON where there is a value: a text in quotes, `<` escaped because it could end the block.
text() {
  [ -z "$2" ] || printf '"%s":"%s"\n' "$1" "$(printf '%s' "$2" | sed 's/[\\"]/\\&/g; s/</\\u003c/g')"
}
number() {
  [ -z "$2" ] || printf '"%s":%s\n' "$1" "$2"
}
SETTINGS={$({
  text basePath "$BASE_PATH"
  text apiUrl "$PORTAL_API_URL"
  text supportContact "$PORTAL_SUPPORT_CONTACT"
  number idleMinutes "$PORTAL_IDLE_MINUTES"
  number requestsPerWindow "$PORTAL_REQUESTS_PER_WINDOW"
  number burst "$PORTAL_BURST"
} | paste -sd , -)}

# A template with the variables in place of their names. One pass: what was put in is not searched for names. In the
# policy, no API of its own takes the space before it along.
fill() {
  awk '{
    for (rest = $0; match(rest, /( @PORTAL_API_URL@|@[A-Z_]+@)/); rest = substr(rest, RSTART + RLENGTH)) {
      name = substr(rest, RSTART, RLENGTH)
      space = sub(/^ /, "", name) ? " " : ""
      value = ENVIRON[substr(name, 2, length(name) - 2)]
      printf "%s%s", substr(rest, 1, RSTART - 1), (value == "" ? "" : space value)
    }
    print rest
  }' "$here/$1"
}
export BASE SETTINGS LOG OUTSIDE API_ORIGIN API_HOST API_NAME RESOLVER BROTLI_MODULE BROTLI

public=$RUN_DIR/public$BASE
rm -rf "$RUN_DIR/public" && mkdir -p "$public" "$RUN_DIR/tmp" || fail "RUN_DIR can't be written to: $RUN_DIR"
for file in "$FILES"/*; do
  [ "${file##*/}" = index.html ] || ln -s "$file" "$public"
done
fill index.html >"$public/index.html"
fill nginx.conf >"$RUN_DIR/nginx.conf"
[ "${1-}" != --only-make ] || exit 0

# A pipe of another user, or the socket of a service, can be written to and not opened.
[ "$ACCESS_LOG" != /dev/stdout ] || (: >>/dev/stdout) 2>/dev/null ||
  fail 'ACCESS_LOG is /dev/stdout, which cannot be opened here: name a file, syslog:server=unix:/dev/log, or off'
[ "$(id -u)" -ne 0 ] || fail 'the portal needs no root: start it as another user'
nginx -q -t -e stderr -c "$RUN_DIR/nginx.conf"
exec nginx -e stderr -c "$RUN_DIR/nginx.conf"
