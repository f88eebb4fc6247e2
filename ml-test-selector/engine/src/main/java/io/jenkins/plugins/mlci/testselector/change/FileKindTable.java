package io.jenkins.plugins.mlci.testselector.change;

import static io.jenkins.plugins.mlci.testselector.change.FileKind.BUILD;
import static io.jenkins.plugins.mlci.testselector.change.FileKind.CI;
import static io.jenkins.plugins.mlci.testselector.change.FileKind.DOCUMENTATION;
import static io.jenkins.plugins.mlci.testselector.change.FileKind.GENERATED;
import static io.jenkins.plugins.mlci.testselector.change.FileKind.LOCK;
import static io.jenkins.plugins.mlci.testselector.change.FileKind.OTHER;
import static io.jenkins.plugins.mlci.testselector.change.FileKind.RESOURCE;
import static io.jenkins.plugins.mlci.testselector.change.FileKind.SOURCE;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The rules by which paths are sorted, first match wins. Names that a tool looks for in any case are compared so; Bazel's
 * {@code BUILD} and {@code WORKSPACE} only in capitals, since {@code build} is a common name for scripts.
 */
final class FileKindTable {
    private static final List<Rule> BEFORE_LANGUAGES = List.of(
            folders(GENERATED, "node_modules|bower_components|__pycache__|\\.venv|\\.tox|\\.gradle|\\.next|\\.nuxt"),
            names(LOCK, "[^/]*[.-]lock|[^/]+\\.lock\\.(?:json|ya?ml|hcl)|package-lock\\.json|npm-shrinkwrap\\.json"),
            names(
                    LOCK,
                    "pnpm-lock\\.ya?ml|bun\\.lockb?|go\\.sum|gradle\\.lockfile|[^/]+\\.lockfile|packages\\.lock\\.json"),
            names(
                    LOCK,
                    "pipfile\\.lock|poetry\\.lock|uv\\.lock|cargo\\.lock|composer\\.lock|gemfile\\.lock|mix\\.lock"),
            names(
                    LOCK,
                    "package\\.resolved|podfile\\.lock|pubspec\\.lock|flake\\.lock|conan\\.lock|verification-metadata\\.xml"),
            names(
                    CI,
                    "(?:[^/]*[.-])?jenkinsfile(?:[.-][^/]*)?|\\.gitlab-ci[^/]*\\.ya?ml|\\.travis\\.ya?ml|appveyor\\.ya?ml"),
            names(
                    CI,
                    "\\.?azure-pipelines[^/]*\\.ya?ml|bitbucket-pipelines\\.ya?ml|\\.cirrus\\.(?:ya?ml|star)|\\.drone\\.ya?ml"),
            names(CI, "\\.?woodpecker\\.ya?ml|cloudbuild\\.ya?ml|codecov\\.ya?ml|\\.codecov\\.ya?ml|buildspec\\.ya?ml"),
            paths(
                    CI,
                    "\\.github/(?:workflows|actions)/.*|\\.circleci/.*|\\.buildkite/.*|\\.gitlab/ci/.*|\\.woodpecker/.*"),
            paths(CI, "\\.?ci/.*|\\.azure-?pipelines/.*|\\.teamcity/.*|\\.jenkins/.*|\\.semaphore/.*"),
            // JVM
            names(
                    BUILD,
                    "pom\\.xml|[^/]+\\.gradle(?:\\.kts)?|gradle\\.properties|libs\\.versions\\.toml|gradlew(?:\\.bat)?"),
            names(
                    BUILD,
                    "mvnw(?:\\.cmd)?|build\\.xml|ivy(?:settings)?\\.xml|build\\.(?:sbt|sc|mill)|project\\.clj|deps\\.edn"),
            paths(
                    BUILD,
                    "(?:.*/)?(?:\\.mvn/.*|gradle/wrapper/.*|buildsrc/.*|project/[^/]+\\.(?:sbt|properties|scala))"),
            // JavaScript
            names(
                    BUILD,
                    "package\\.json|pnpm-workspace\\.ya?ml|lerna\\.json|nx\\.json|turbo\\.json|[tj]sconfig[^/]*\\.json|\\.npmrc|\\.yarnrc[^/]*"),
            names(
                    BUILD,
                    "(?:jest|vitest|vite|webpack|rollup|babel|karma|playwright|cypress|esbuild|next|metro)\\.(?:config|conf|setup|workspace)[^/]*"),
            names(BUILD, "\\.?(?:babelrc|mocharc|nycrc|swcrc|nvmrc|node-version)[^/]*|deno\\.jsonc?|bunfig\\.toml"),
            // Python
            names(
                    BUILD,
                    "(?:[^/]*[-_.])?requirements[^/]*\\.(?:txt|in|pip)|constraints[^/]*\\.txt|pyproject\\.toml|tox\\.ini"),
            names(
                    BUILD,
                    "setup\\.(?:py|cfg)|pytest\\.ini|pipfile|manifest\\.in|noxfile\\.py|environment[^/]*\\.ya?ml|\\.python-version"),
            paths(BUILD, "(?:.*/)?requirements/[^/]+\\.(?:txt|in)"),
            // What all tests of a folder are set up with
            names(
                    BUILD,
                    "conftest\\.py|(?:spec|rails|test)_helper\\.(?:rb|exs)|setuptests\\.[cm]?[jt]sx?|global-?setup\\.[cm]?[jt]s"),
            // C, C++, Go, Rust, .NET, Swift, Ruby, PHP, Dart, Elixir, Haskell, Nix
            names(
                    BUILD,
                    "cmakelists\\.txt|[^/]+\\.cmake|cmakepresets\\.json|configure(?:\\.(?:ac|in))?|meson(?:\\.build|_options\\.txt|\\.options)"),
            names(
                    BUILD,
                    "(?:gnu)?makefile(?:\\.[^/]*)?|[^/]+\\.mk|[^/]+\\.mak|conanfile\\.(?:py|txt)|vcpkg\\.json|sconstruct|sconscript|wscript"),
            names(
                    BUILD,
                    "go\\.(?:mod|work)|cargo\\.toml|build\\.rs|rust-toolchain(?:\\.toml)?|package\\.swift|podfile|cartfile"),
            names(
                    BUILD,
                    "[^/]+\\.(?:cs|vb|fs|vcx)proj|[^/]+\\.slnx?|[^/]+\\.(?:props|targets)|nuget\\.config|global\\.json|packages\\.config"),
            names(
                    BUILD,
                    "gemfile|rakefile|[^/]+\\.gemspec|\\.ruby-version|\\.rspec|composer\\.json|phpunit[^/]*\\.xml[^/]*|pubspec\\.yaml"),
            names(
                    BUILD,
                    "mix\\.exs|rebar\\.config|[^/]+\\.cabal|stack\\.yaml|[^/]+\\.nix|justfile|taskfile\\.ya?ml|\\.tool-versions"),
            // Bazel and containers
            new Rule(BUILD, true, Pattern.compile("(?:BUILD|WORKSPACE|BUCK)")),
            names(BUILD, "(?:build|workspace|module)\\.bazel|[^/]+\\.bzl|\\.bazel(?:rc|version)|workspace\\.bzlmod"),
            names(
                    BUILD,
                    "(?:[^/]*\\.)?(?:dockerfile|containerfile)(?:\\.[^/]*)?|(?:docker-)?compose[^/]*\\.ya?ml|\\.dockerignore"),
            names(
                    GENERATED,
                    "[^/]+\\.min\\.(?:js|css)|[^/]+\\.(?:js|css)\\.map|[^/]+\\.pb\\.(?:go|cc|h)|[^/]+_pb2(?:_grpc)?\\.pyi?"),
            names(
                    GENERATED,
                    "[^/]+\\.(?:g|freezed)\\.dart|[^/]+\\.(?:g|designer|generated)\\.cs|zz_generated[^/]*\\.go|[^/]+_generated\\.go"),
            folders(GENERATED, "generated|generated-sources|__generated__|third[-_]party|vendor|vendored"),
            paths(GENERATED, "(?:dist|target|out)/.*"));

    private static final List<Rule> AFTER_TESTS = List.of(
            paths(DOCUMENTATION, "(?:docs?|documentation|website|src/(?:changes|site))/.*"),
            names(DOCUMENTATION, "[^/]+\\.(?:md|mdx|markdown|rst|adoc|asciidoc|textile|pod|tex|pdf|docx?|odt)"),
            names(
                    DOCUMENTATION,
                    "(?:readme|licen[cs]e|notice|copying|changelog|changes|history|news|authors|contributors|contributing|security|maintainers|todo|codeowners)(?:[-_][^/.]*)?(?:\\.txt)?"),
            paths(DOCUMENTATION, "\\.github/(?:issue_template|pull_request_template|discussion_template)/.*"));

    private static final Rule CODE = names(
            SOURCE,
            "[^/]+\\.(?:"
                    + String.join(
                            "|",
                            "java|kts?|groovy|scala|sc|cljc?|cljs|c|h|cc|cpp|cxx|c\\+\\+|hh|hpp|hxx|inl|ipp|m|mm|cu|cuh",
                            "cs|vb|fsx?|fsi|xaml|razor|cshtml|go|rs|swift|py|pyi|pyx|pxd|rb|erb|php|phtml|pl|pm|t|lua|r|jl",
                            "[cm]?[jt]sx?|vue|svelte|astro|dart|exs?|erl|hrl|hs|lhs|mli?|elm|nim|zig|d|pas|f|f90|f95|for",
                            "s|asm|v|sv|vhdl?|sol|sh|bash|zsh|ps1|psm1|bat|cmd|sql|proto|thrift|graphqls?|jelly|jspx?|gsp|awk|tcl|cob|cbl|abap")
                    + ")");

    private static final Rule DATA = names(
            RESOURCE,
            "[^/]+\\.(?:"
                    + String.join(
                            "|",
                            "properties|ya?ml|json[5cl]?|xml|xsd|xslt?|dtd|toml|ini|cfg|conf|config|env|csv|tsv|txt|dat|bin|html?|xhtml|css|s[ac]ss|less",
                            "svg|png|jpe?g|gif|ico|webp|bmp|ttf|otf|woff2?|mp[34]|wav|zip|jar|t?gz|bz2|xz|7z|tar|war|class|so|dll|exe|golden|snap|expected",
                            "out|in|input|output|template|tmpl|tpl|j2|mustache|hbs|ftl|vm|avro|avsc|parquet|db|sqlite|ser|key|pem|crt|cer|p12|jks|po|pot|mo|resx|strings|plist|ftl|feature|log")
                    + ")");

    private FileKindTable() {}

    static FileKind classify(String path) {
        String plain = path.replace('\\', '/');
        while (plain.startsWith("./")) {
            plain = plain.substring(2);
        }
        String name = plain.substring(plain.lastIndexOf('/') + 1);
        FileKind early = first(BEFORE_LANGUAGES, plain, name);
        if (early != OTHER) {
            return early;
        }
        boolean code = CODE.matches(plain, name);
        if (code && TestPaths.isTest(plain, name)) {
            return FileKind.TEST_SOURCE;
        }
        FileKind late = first(AFTER_TESTS, plain, name);
        if (late != OTHER) {
            return late;
        }
        if (code) {
            return SOURCE;
        }
        return DATA.matches(plain, name) || TestPaths.isResource(plain) ? RESOURCE : OTHER;
    }

    private static FileKind first(List<Rule> rules, String path, String name) {
        for (Rule rule : rules) {
            if (rule.matches(path, name)) {
                return rule.kind();
            }
        }
        return OTHER;
    }

    /** Matching the bare name where that is all that counts is several times faster than matching the path. */
    private record Rule(FileKind kind, boolean byName, Pattern pattern) {
        boolean matches(String path, String name) {
            return pattern.matcher(byName ? name : path).matches();
        }
    }

    /** Files of a name, in any folder and any case. */
    private static Rule names(FileKind kind, String regex) {
        return new Rule(kind, true, anyCase(regex));
    }

    /** Files anywhere below a folder of a name, in any case. */
    private static Rule folders(FileKind kind, String regex) {
        return new Rule(kind, false, anyCase("(?:.*/)?(?:" + regex + ")/.*"));
    }

    /** Paths from the root, in any case. */
    private static Rule paths(FileKind kind, String regex) {
        return new Rule(kind, false, anyCase(regex));
    }

    private static Pattern anyCase(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
