//! `motcua`: reads the command and hands it to the house.

fn main() -> std::process::ExitCode {
    motcua::cli::run(std::env::args_os())
}
