#!/bin/sh
# Makes a small Maven project with a Git history to try test selection on: 24 classes in 6 packages, each with a test, and one
# commit after the other of which about every third breaks something. Usage: make-shop.sh FOLDER [COMMITS]
set -eu
folder=${1:?"Usage: make-shop.sh FOLDER [COMMITS]"}
commits=${2:-60}
packages="catalog price order stock invoice mail"
parts="Base Rules Report Cache"

mkdir -p "$folder"
cd "$folder"
git init --quiet --initial-branch=main .
git config user.name "Shop"
git config user.email "shop@example.org"
git config commit.gpgsign false
git config gc.auto 0

# The class of a package: the base adds an offset, the others build on the base.
class() { # package part offset note
    capital=$(printf %s "$1" | cut -c1 | tr '[:lower:]' '[:upper:]')$(printf %s "$1" | cut -c2-)
    name=$capital$2
    mkdir -p "src/main/java/com/acme/$1"
    if [ "$2" = Base ]; then body="x + $3"; else body="new ${capital}Base().apply(x) + $3"; fi
    cat > "src/main/java/com/acme/$1/$name.java" <<EOF
package com.acme.$1;

/** Part of the shop. $4 */
public class $name {
    public int apply(int x) {
        return $body;
    }
}
EOF
}

test_of() { # package part expected milliseconds
    capital=$(printf %s "$1" | cut -c1 | tr '[:lower:]' '[:upper:]')$(printf %s "$1" | cut -c2-)
    name=$capital$2
    mkdir -p "src/test/java/com/acme/$1"
    cat > "src/test/java/com/acme/$1/${name}Test.java" <<EOF
package com.acme.$1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ${name}Test {
    @Test
    void adds() throws Exception {
        Thread.sleep($4); // as slow as a test that talks to a database
        assertEquals($3, new $name().apply(0));
    }
}
EOF
}

commit() {
    git add --all
    GIT_AUTHOR_DATE="2026-10-01T08:$(printf %02d "$((number % 60))"):00Z" \
        GIT_COMMITTER_DATE="2026-10-01T08:$(printf %02d "$((number % 60))"):00Z" \
        git commit --quiet --message "$1"
}

cat > pom.xml <<'EOF'
<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.acme</groupId>
  <artifactId>shop</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>org.junit.jupiter</groupId>
      <artifactId>junit-jupiter</artifactId>
      <version>5.14.1</version>
      <scope>test</scope>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <artifactId>maven-resources-plugin</artifactId>
        <version>3.3.1</version>
      </plugin>
      <plugin>
        <artifactId>maven-compiler-plugin</artifactId>
        <version>3.14.1</version>
      </plugin>
      <plugin>
        <artifactId>maven-surefire-plugin</artifactId>
        <version>3.5.4</version>
      </plugin>
    </plugins>
  </build>
</project>
EOF
printf 'target/\n' > .gitignore

offset() { # which class, from 0: its right offset
    echo $(($1 % 4 + 1))
}

pick() { # which class: sets package and part
    package=$(echo "$packages" | cut -d' ' -f$(($1 / 4 + 1)))
    part=$(echo "$parts" | cut -d' ' -f$(($1 % 4 + 1)))
}

number=0
which=0
while [ $which -lt 24 ]; do
    pick $which
    class "$package" "$part" "$(offset $which)" "First version."
    if [ $((which % 4)) -eq 0 ]; then expected=1; else expected=$((1 + $(offset $which))); fi
    test_of "$package" "$part" $expected $((40 + which % 7 * 60))
    which=$((which + 1))
done
commit "Begin the shop"

# Of three commits the first changes a class well, the second breaks one, and the third mends it.
number=1
while [ $number -lt "$commits" ]; do
    round=$(((number - 1) / 3))
    case $((number % 3)) in
    1)
        which=$(((round * 5 + 3) % 24))
        pick $which
        class "$package" "$part" "$(offset $which)" "Tidied in change $number."
        message="Tidy $package $part"
        ;;
    2)
        which=$(((round * 7 + 1) % 24))
        pick $which
        class "$package" "$part" "$(($(offset $which) + 1))" "Faster since change $number."
        message="Make $package $part faster"
        ;;
    *)
        which=$(((round * 7 + 1) % 24))
        pick $which
        class "$package" "$part" "$(offset $which)" "Right again since change $number."
        message="Mend $package $part"
        ;;
    esac
    commit "$message"
    number=$((number + 1))
done
git log --oneline | wc -l
