# What the tests that run LibreOffice begin with: sourced by them, it leaves where there is none (exit 77), makes a folder that goes
# with the test, and enters it.
# shellcheck shell=sh
if ! command -v soffice >/dev/null; then
    echo 'skipped: libreoffice: there is no soffice here; ./quickstart test --all installs it'
    exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# run_office PROFILE SECONDS ARGUMENT…: what it said is in the file `said`
run_office() {
    profile=$1
    seconds=$2
    shift 2
    timeout -k 5 "$seconds" soffice "-env:UserInstallation=file://$work/$profile" --headless "$@" >said 2>&1
}
