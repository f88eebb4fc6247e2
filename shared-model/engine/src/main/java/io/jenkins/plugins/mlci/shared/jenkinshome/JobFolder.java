package io.jenkins.plugins.mlci.shared.jenkinshome;

import java.nio.file.Path;

/**
 * A job that has builds.
 *
 * @param fullName its name with its folders, as Jenkins writes it, for example {@code folder/service/feature%2Fx}
 * @param branch the branch that it builds if it belongs to a multibranch project, otherwise the empty string
 * @param builds the folder with a subfolder for each build
 */
public record JobFolder(String fullName, String branch, Path builds) {}
