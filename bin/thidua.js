#!/usr/bin/env node
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major > 22)) {
  process.stderr.write(
    `Lỗi: thidua cần Node.js 20.19 trở lên hoặc 22.13 trở lên; máy này có ${process.versions.node}. Cài bản Node.js LTS mới rồi chạy lại.\n`,
  );
  process.exit(2);
}
try {
  const [{ run }, { realIo }] = await Promise.all([import("../dist/run.js"), import("../dist/io.js")]);
  process.exitCode = await run(process.argv.slice(2), realIo());
} catch (error) {
  if (error instanceof Error && error.name === "ExitPromptError") {
    process.exitCode = 130;
  } else if (
    error instanceof Error &&
    "code" in error &&
    error.code === "ERR_MODULE_NOT_FOUND" &&
    error.message.includes("dist/run.js")
  ) {
    process.stderr.write("Lỗi: chương trình chưa được dựng. Chạy `npm run build` trong thư mục thidua rồi thử lại.\n");
    process.exitCode = 2;
  } else {
    process.stderr.write(
      `Lỗi của chương trình (thidua, Node.js ${process.versions.node}, ${process.platform}).\n` +
        `${error instanceof Error ? error.stack : String(error)}\n` +
        "Gửi nguyên văn các dòng trên cùng lệnh đã gõ cho người quản trị phần mềm.\n",
    );
    process.exitCode = 3;
  }
}
