package io.jenkins.plugins.mlci.testselector.results;

import io.jenkins.plugins.mlci.shared.history.Outcome;

/**
 * One {@code testcase} element, its attributes as written and the empty string where one is missing.
 *
 * @param suite name of the enclosing {@code testsuite}
 * @param suiteFile {@code file} of the enclosing suite
 * @param host {@code hostname} of the enclosing suite
 * @param className {@code classname}
 * @param name {@code name}
 * @param file {@code file}
 * @param time {@code time}
 * @param status {@code status}
 * @param outcome as its children and its status say
 */
record RawCase(
        String suite,
        String suiteFile,
        String host,
        String className,
        String name,
        String file,
        String time,
        String status,
        Outcome outcome) {}
