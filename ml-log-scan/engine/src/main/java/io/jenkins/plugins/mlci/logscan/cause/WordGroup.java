package io.jenkins.plugins.mlci.logscan.cause;

/**
 * Words that tools use for the same thing, whatever the tool. A pair of words ("timed out") stands for the two in this order with
 * anything but letters between them. Written in lower case; words of a name in camel case count one by one.
 */
public enum WordGroup {
    ERROR("error,errors,err,errored,erroneous"),
    FATAL("fatal,panic,panicked,critical,severe,crash,crashed,crashes,crashing,segfault,sigsegv,sigabrt,core dumped"),
    FAIL(
            "fail,failed,failure,failures,failing,fails,unsuccessful,unsuccessfully,broken,broke,bad,went wrong,gone wrong"),
    EXCEPTION("exception,exceptions,traceback,throwable,uncaught,unhandled,stacktrace"),
    WARNING("warning,warn,warnings,deprecated,deprecation"),
    QUIET("info,debug,trace,verbose,notice"),
    CANNOT(
            "cannot,unable,couldn,could not,can t,impossible,refusing,refuses,reject,rejected,unexpected,unexpectedly,wrong,"
                    + "conflict,conflicts,unsafe,dirty,inconsistent,did not,does not,is not,not be,not up,must be,must not,not allowed,"
                    + "exceeded,exceeds"),
    MISSING("missing,not found,notfound,no such,doesn t,not exist,nonexistent,undefined,unresolved,unknown,undeclared,"
            + "unavailable,no module,no matching,not installed,no tests,not available"),
    INVALID(
            "invalid,illegal,malformed,incompatible,unsupported,unrecognized,corrupt,corrupted,of bounds,ambiguous,duplicate,"
                    + "violation,violations,syntax,unparseable,mismatch,mismatched,not match,bogus"),
    DENIED(
            "denied,forbidden,unauthorized,unauthorised,permission,permissions,eacces,eperm,not permitted,read only,ownership,"
                    + "access denied,not authorized,privileges,owned by"),
    CREDENTIAL(
            "credential,credentials,authentication,authenticate,login,password,passphrase,token,secret,secrets,api key,"
                    + "certificate,certificates,ssl,tls,publickey,oauth,signature,pkix"),
    TIMEOUT(
            "timeout,timeouts,timedout,timed out,time limit,deadline exceeded,etimedout,hung,hang,hangs,hanging,run time,"
                    + "too long,no output,max time"),
    NETWORK(
            "connection,connect,connecting,socket,network,host,hostname,unreachable,refused,dns,proxy,gateway,econnrefused,"
                    + "econnreset,enotfound,reset by,rate limit,handshake,peer,http,https,url,urlopen,bad gateway,service unavailable,remote end"),
    KILLED("killed,terminated,sigterm,sigkill,sigint,signal,kill,interrupt"),
    ABORT("aborted,aborting,abort,cancelled,canceled,cancelling,canceling,cancel,cancellation,interrupted,superseded"),
    MEMORY("oom,of memory,heap,oomkilled,outofmemory,overhead limit,enomem,malloc,metaspace,allocate memory,memory,gc"),
    DISK("disk,enospc,no space,space left,quota,disk full,inode,inodes"),
    ASSERT(
            "assert,assertion,assertions,expected,expect,expecting,actual,received,should be,should have,but was,want,got,"
                    + "snapshot,snapshots,differ,differs,comparison"),
    TEST(
            "test,tests,spec,specs,suite,suites,junit,pytest,unittest,testcase,jest,surefire,failsafe,mocha,rspec,gtest,scenario,"
                    + "flaky,testing,unexpected fail"),
    COMPILE(
            "compile,compilation,compiler,javac,kotlinc,gcc,clang,rustc,tsc,msvc,symbol,symbols,linker,ld,undefined reference,"
                    + "incompatible types,find symbol,class file,semicolon,overload,syntax error,undeclared name,type mismatch,declared but,"
                    + "not used,cannot access,matching function"),
    DEPENDENCY(
            "dependency,dependencies,artifact,artifacts,package,packages,resolve,resolution,npm,pip,gem,bundler,cargo,module,"
                    + "modules,lockfile,requirement,requirements,requires,wheel,wheels,import,importerror,shared object,yarn,pnpm,apt,apk"),
    SCM(
            "git,checkout,clone,cloning,fetch,fetching,commit,branch,repository,repo,merge,refs,remote,submodule,worktree,rebase,cherry,"
                    + "svn,revision,index lock,pull,push"),
    TOOL(
            "command,command not,executable,interpreter,jdk,java home,toolchain,release version,target release,cannot run,no such,"
                    + "binary,exec,not recognized"),
    CONFIG(
            "config,configuration,configured,yaml,yml,property,properties,setting,settings,option,options,parameter,parameters,argument,"
                    + "arguments,env,variable,environment,workflow,input,schema,xml,json,pom"),
    LINT(
            "lint,linter,eslint,checkstyle,prettier,flake,pylint,mypy,rubocop,spotless,pmd,spotbugs,findbugs,style,format,formatting,"
                    + "formatted,staticcheck,vet,clippy,ruff,black,gofmt,fmtcheck,tidy,static analysis,exhaustive,pep"),
    AGENT(
            "agent,node,runner,executor,slave,channel,remoting,daemon,pod,kubernetes,cluster,offline,disconnected,hudson,jenkins,"
                    + "shutdown,closed"),
    CONTAINER("docker,dockerfile,buildx,buildkit,image,images,manifest,layer,podman,container,containers,registry"),
    EXIT(
            "exit code,exit status,exited,returned status,exit value,non zero,nonzero,return code,returned code,build failure,"
                    + "build failed,marked build,finished failure,elifecycle,completed with,exiting with,status code,returning,"
                    + "failed with,build unsuccessful,earlier failure"),
    HELP(
            "help,re run,rerun,stack trace,please refer,more information,run with,documentation,more details,for more,please run,"
                    + "full debug,to see,possible solutions,resume the,rebuild"),
    PASS("ok,pass,passed,passing,passes,success,successful,successfully,succeeded,completed,done,complete"),
    PROGRESS(
            "downloading,downloaded,download,progress,uploading,uploaded,transferring,extracting,installing,unpacking,cached,cache,"
                    + "restored,running,building,compiling,linking,creating,generating"),
    RETRY("retry,retrying,retries,attempt,attempts,retried"),
    SKIP("skip,skipped,skipping,skips,ignored,ignore,ignoring,allowed,optional"),
    CLEANUP(
            "cleanup,post job,cleaning,clean up,teardown,archiving,notifying,sending e,orphan,uninstalling,recording test"),
    RESULT("finished,summary,results,total,overall,conclusion,status,report,reports");

    private final String words;

    WordGroup(String words) {
        this.words = words;
    }

    /** The words and pairs of words. */
    String[] words() {
        return words.split(",");
    }

    /** This group as a bit of a mask. */
    public long bit() {
        return 1L << ordinal();
    }

    /** Whether the mask names this group. */
    public boolean in(long mask) {
        return (mask & bit()) != 0;
    }
}
