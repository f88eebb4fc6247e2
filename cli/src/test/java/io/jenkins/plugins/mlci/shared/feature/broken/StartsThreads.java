package io.jenkins.plugins.mlci.shared.feature.broken;

import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Breaks the rule that an engine starts no thread, once in each method whose name does not begin with "given". */
public final class StartsThreads {
    Thread thread(Runnable work) {
        return new Thread(work);
    }

    void start(Thread thread) {
        thread.start();
    }

    Timer timer() {
        return new Timer();
    }

    ExecutorService executor() {
        return Executors.newFixedThreadPool(2);
    }

    ExecutorService pool() {
        return new ScheduledThreadPoolExecutor(1);
    }

    ForkJoinPool forkJoin() {
        return new ForkJoinPool(2);
    }

    ForkJoinPool common() {
        return ForkJoinPool.commonPool();
    }

    Stream<String> parallelStream(List<String> list) {
        return list.parallelStream();
    }

    IntStream parallel() {
        return IntStream.range(0, 9).parallel();
    }

    CompletableFuture<Void> async(Runnable work) {
        return CompletableFuture.runAsync(work);
    }

    ExecutorService givenFactory(ThreadFactory threads) {
        return Executors.newFixedThreadPool(2, threads);
    }

    CompletableFuture<Void> givenExecutor(Runnable work, Executor executor) {
        return CompletableFuture.runAsync(work, executor);
    }
}
