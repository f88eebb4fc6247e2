package io.jenkins.plugins.mlci.benchmark.learn;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** CPU seconds of the whole process: all threads, the compiler and the garbage collector included. */
final class CpuClock {
    private CpuClock() {}

    /**
     * What a piece of work gave and cost.
     *
     * @param result what it gave
     * @param seconds CPU seconds
     */
    record Measured<T>(T result, double seconds) {}

    static <T> Measured<T> measure(Callable<T> work) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        T result = work.call();
        return new Measured<>(result, (system.getProcessCpuTime() - before) / 1e9);
    }
}
