package io.jenkins.plugins.mlci.benchmark.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.evaluate.RankingMetrics;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnerDataTest {
    @TempDir
    private Path folder;

    @Test
    void readsDefectDataInTimeOrder() throws IOException {
        Path file = Files.createDirectories(folder.resolve("risk/jit-x")).resolve("a.csv");
        Files.writeString(
                file,
                "id,commitdate,la,fix,bug\n"
                        + "1,2004/12/31 16:58,5,True,0\n"
                        + "2,2004/8/29 0:12,\"7\",False,1\n"
                        + "3,2005/1/1 00:00,NA,False,True\n");

        TrainingSet set = DefectData.read(DefectData.files(folder).get(0));

        assertThat(set.table().column(0)).containsExactly(7, 5, Double.NaN);
        assertThat(set.table().column(1)).containsExactly(0, 1, 0);
        assertThat(set.labels()).containsExactly(1, 0, 1);
    }

    @Test
    void otherFilesAreNoDefectData() throws IOException {
        Path file = Files.writeString(folder.resolve("b.csv"), "x,y\n1,2\n");

        assertThat(DefectData.read(file)).isNull();
    }

    @Test
    void ownBoostingKeepsUpWithXgboost() throws Exception {
        TrainingSet train = SyntheticRows.of(20_000, 12, 1);
        TrainingSet test = SyntheticRows.of(20_000, 12, 2);
        ForkJoinPool pool = new ForkJoinPool(1);
        try {
            double[] auc = new double[2];
            for (int i = 0; i < 2; i++) {
                Contestant contestant = Contestant.all(pool).get(i);
                auc[i] = RankingMetrics.rocAuc(
                        test.labels(), contestant.training().fit(train).score(test.table()));
            }
            assertThat(auc[0]).isGreaterThan(auc[1] - 0.005);
        } finally {
            pool.shutdown();
        }
    }
}
