#!/bin/sh
# Installs Baton on a machine without internet, upgrades it in place, or removes it.
#   ./install.sh                                  asks for what it needs
#   ./install.sh --folder /opt/baton --port 3000 [--origin https://…] [--database postgres://…]
# As root it makes a user and a systemd service; as an ordinary user it installs into a folder of that user.
set -eu

say() { printf '%s\n' "$*"; }
refuse() { printf '✗ %s\n' "$*" >&2; exit 1; }

here=$(cd "$(dirname "$0")" && pwd)
folder= port= origin= database=
while [ $# -gt 0 ]; do
  case $1 in
    --folder | --port | --origin | --database)
      [ $# -ge 2 ] || refuse "$1 后缺少值 · a value is missing after $1"
      case $1 in
        --folder) folder=$2 ;;
        --port) port=$2 ;;
        --origin) origin=$2 ;;
        --database) database=$2 ;;
      esac
      shift 2
      ;;
    *) refuse "不认识的参数 $1 · unknown argument $1: --folder, --port, --origin, --database" ;;
  esac
done

node=$here/program/bin/node
[ -f "$node" ] || refuse "安装包不完整：缺少 program/bin/node · the archive is not whole: program/bin/node is missing"
"$node" --version >/dev/null 2>&1 ||
  refuse "此安装包不适用于本机（$(uname -sm)）· this archive is for another kind of machine than $(uname -sm)"
version=$("$node" -p 'require(process.argv[1]).version' "$here/program/package.json")

ask() { # question, default
  if [ -t 0 ]; then
    printf '%s [%s] ' "$1" "$2" >&2
    read -r answer
    printf '%s' "${answer:-$2}"
  else
    printf '%s' "$2"
  fi
}

runs_in() { # folder of a version
  for place in /proc/[0-9]*/cwd; do
    [ "$(readlink "$place" 2>/dev/null)" != "$1" ] || return 0
  done
  return 1
}

is_root=$([ "$(id -u)" -eq 0 ] && echo yes || echo no)
[ -n "$folder" ] || folder=$(ask '安装到哪个目录 · folder' "$([ "$is_root" = yes ] && echo /opt/baton || echo "$HOME/baton")")
case $folder in
  /*) ;;
  *) folder=$PWD/$folder ;;
esac
case $folder in *[!A-Za-z0-9/._-]*) refuse "目录名只能用字母、数字和 . _ - · the folder may have letters, digits and . _ - only: $folder" ;; esac

upgrade=no
if [ -f "$folder/settings.env" ] && [ -L "$folder/current" ]; then
  upgrade=yes
  [ -z "$port$origin$database" ] ||
    refuse "已安装：端口、网址和数据库请在 $folder/settings.env 中修改 · already installed: change port, address and database in $folder/settings.env"
elif [ -e "$folder" ] && [ -n "$(ls -A "$folder" 2>/dev/null)" ]; then
  refuse "$folder 不是空目录，也不是已安装的指挥棒 · $folder is neither empty nor an installation of Baton"
fi
if [ "$upgrade" = no ]; then
  [ -n "$port" ] || port=$(ask '端口 · port' 3000)
  case $port in '' | *[!0-9]*) refuse "端口应为数字 · the port is a number: $port" ;; esac
  [ "$port" -ge 1 ] && [ "$port" -le 65535 ] || refuse "端口应在 1 到 65535 之间 · the port is from 1 to 65535: $port"
  [ -n "$database" ] || database=$(ask '数据库地址，留空则用内置数据库、只供本机试用 · address of a PostgreSQL; empty for the built-in one, for this machine alone' '')
  if [ -n "$database" ]; then
    [ -n "$origin" ] || origin=$(ask '用户访问的网址 · the address that people open, https://…' '')
    case $origin in https://?*) ;; *) refuse "外接数据库时须给出 https 网址 · with a database of your own an https address is needed: --origin https://…" ;; esac
  fi
fi

mkdir -p "$folder/versions" || refuse "无法创建 $folder · $folder cannot be made"
needed=$(du -sk "$here/program" | cut -f1)
free=$(df -Pk "$folder" | awk 'NR == 2 { print $4 }')
[ "$free" -gt $((needed + 512000)) ] ||
  refuse "磁盘空间不足：需要 $(((needed + 512000) / 1024)) MB，剩余 $((free / 1024)) MB · not enough room on the disk: $(((needed + 512000) / 1024)) MB are needed, $((free / 1024)) MB are left"

if [ "$is_root" = yes ] && ! id baton >/dev/null 2>&1; then
  useradd --system --home-dir "$folder/data" --shell /usr/sbin/nologin baton ||
    refuse "无法建立系统用户 baton；可改用普通用户安装 · the system user baton cannot be made; install as an ordinary user instead"
fi

# A version lies in a folder of its own, complete before it gets its name.
name=$version
count=1
while [ -e "$folder/versions/$name" ]; do
  count=$((count + 1))
  name=$version-$count
done
trap 'rm -rf "$folder/versions/.new"' EXIT
rm -rf "$folder/versions/.new"
cp -R "$here/program" "$folder/versions/.new"
ln -s ../../settings.env "$folder/versions/.new/.env"

if [ "$upgrade" = no ]; then
  mkdir -p "$folder/data"
  chmod 700 "$folder/data"
  secret=$("$node" -p 'require("node:crypto").randomBytes(32).toString("hex")')
  (
    umask 077
    {
      say "# 指挥棒的设置，说明见 versions/*/lib/cli/README.md · settings, explained there"
      say "PORT=$port"
      say "BATON_DATA=$folder/data"
      [ -z "$origin" ] || say "APP_ORIGIN=$origin"
      [ -z "$database" ] || say "DATABASE_URL=$database"
      [ -z "$database" ] || say "BATON_SECRET=$secret"
    } >"$folder/settings.env"
  )
  cat >"$folder/baton" <<'RUN'
#!/bin/sh
# Runs a command with the settings of this installation: `baton start`, `baton backup FILE`, `baton remove`.
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
if [ "${1:-}" = remove ]; then
  printf '将删除 %s 及其中的全部数据，输入 remove 确认 · everything in this folder will be deleted, data included; type remove: ' "$here"
  read -r answer
  [ "$answer" = remove ] || { echo '未删除 · nothing was deleted'; exit 1; }
  if [ -f /etc/systemd/system/baton.service ] && grep -q "^ExecStart=$here/baton start" /etc/systemd/system/baton.service; then
    systemctl disable --now baton.service 2>/dev/null
    rm -f /etc/systemd/system/baton.service
    systemctl daemon-reload 2>/dev/null
  fi
  owner=$(stat -c %U "$here/data" 2>/dev/null)
  rm -rf "$here"
  [ "$owner" != baton ] || userdel baton 2>/dev/null
  echo '✓ 已删除 · removed'
  exit 0
fi
INIT_CWD=$PWD exec "$here/current/bin/node" "$here/current/lib/cli/run.mjs" "$@"
RUN
  chmod 755 "$folder/baton"
fi
mv "$folder/versions/.new" "$folder/versions/$name"
trap - EXIT
former=$(readlink "$folder/current" || true)
ln -s "versions/$name" "$folder/current.new"
mv -T "$folder/current.new" "$folder/current"
# The version before stays, and one that still runs; older ones go.
for old in "$folder"/versions/*; do
  case ${old#"$folder"/} in "versions/$name" | "$former") ;; *) runs_in "$old" || rm -rf "$old" ;; esac
done

if [ "$is_root" = yes ]; then
  chown -R baton:baton "$folder/data"
  chown root:baton "$folder/settings.env"
  chmod 640 "$folder/settings.env"
  if command -v systemctl >/dev/null 2>&1 && [ -d /run/systemd/system ]; then
    cat >/etc/systemd/system/baton.service <<UNIT
[Unit]
Description=Baton 指挥棒
After=network.target postgresql.service

[Service]
User=baton
ExecStart=$folder/baton start
KillMode=mixed
TimeoutStopSec=60
Restart=on-failure
NoNewPrivileges=yes
ProtectSystem=full

[Install]
WantedBy=multi-user.target
UNIT
    systemctl daemon-reload
    systemctl enable baton.service
    systemctl restart baton.service
    say "✓ 指挥棒 $name 已安装并启动 · Baton $name is installed and started: journalctl -u baton"
    exit 0
  fi
  say "✓ 指挥棒 $name 已安装 · Baton $name is installed"
  say "本机没有 systemd，请用 baton 用户启动 · no systemd here; start it as the user baton: su -s /bin/sh baton -c '$folder/baton start'"
elif [ "$upgrade" = yes ]; then
  say "✓ 已升级到 $name，重新启动后生效 · upgraded to $name; it holds after a restart: $folder/baton start"
else
  say "✓ 指挥棒 $name 已安装 · Baton $name is installed; start it: $folder/baton start"
fi
