#!/bin/sh
# Makes a small service with a Git history to try deployments on: one commit after the other, small and large, of which some cannot be
# deployed and some are deployed and must be taken back. Usage: make-service.sh FOLDER [COMMITS]
set -eu
folder=${1:?"Usage: make-service.sh FOLDER [COMMITS]"}
commits=${2:-20}

mkdir -p "$folder"
cd "$folder"
git init --quiet --initial-branch=main .
git config user.name "Service"
git config user.email "service@example.org"
git config commit.gpgsign false
git config gc.auto 0

cat > deploy.sh <<'EOF'
#!/bin/sh
# Stands for what really deploys: a migration that does not fit the environment fails.
if grep -qx "$1" migration/unfit 2>/dev/null; then
    echo "ERROR: relation \"billing\" is locked, migration of $1 gave up after 30 s"
    exit 1
fi
echo "Deployed $(git rev-parse --short HEAD) to $1"
EOF
chmod +x deploy.sh

part() { # name lines note
    mkdir -p "src/$1"
    line=0
    : > "src/$1/Service.java"
    while [ $line -lt "$2" ]; do
        echo "// $3, line $line" >> "src/$1/Service.java"
        line=$((line + 1))
    done
}

for name in catalog price order billing mail; do part $name 40 "First version"; done
git add --all
git commit --quiet --message "Begin the service"

number=1
while [ $number -lt "$commits" ]; do
    rm -rf migration
    case $number in
    4)
        part billing 400 "New ledger"
        mkdir migration
        echo stage > migration/unfit
        message="Migrate the billing table to the new ledger"
        ;;
    7)
        part billing 620 "Ledger by month"
        part order 300 "Orders by month"
        mkdir migration
        echo prod > migration/unfit
        message="Migrate the billing table by month"
        ;;
    11)
        part billing 480 "Cached ledger"
        part price 350 "Cached prices"
        message="Cache the billing ledger and prices"
        ;;
    15)
        part billing 520 "Ledger without cache"
        mkdir migration
        echo prod > migration/unfit
        message="Migrate the billing table once more"
        ;;
    *)
        name=$(echo "catalog price order mail" | cut -d' ' -f$((number % 4 + 1)))
        part "$name" $((40 + number)) "Change $number"
        message="Tidy the $name part"
        ;;
    esac
    git add --all
    git commit --quiet --message "$message"
    number=$((number + 1))
done
git log --reverse --format=%H
