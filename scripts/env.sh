# Sourced by the other scripts: where the tools are, which versions they have, and what a wasm build needs.

cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD

tools=${TIEOUT_TOOLS:-$HOME/.cache/tieout}
trunk_version=0.21.14
binaryen_version=132.0.0
esbuild_version=0.28.2
zopfli_version=1.0.15
# wasm-bindgen's command and its library must be the same version, so the lock decides.
bindgen_version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, ""); print $3 }' Cargo.lock)

# One folder per version: a checkout that needs another version does not disturb this one.
trunk_home=$tools/trunk-$trunk_version
bindgen_home=$tools/wasm-bindgen-$bindgen_version
binaryen_home=$tools/binaryen-$binaryen_version
esbuild_home=$tools/esbuild-$esbuild_version
zopfli_home=$tools/zopfli-$zopfli_version
export PATH="$trunk_home/bin:$bindgen_home/bin:$binaryen_home/node_modules/.bin:$esbuild_home/node_modules/.bin:$PATH"

# Off a terminal, cargo's lists of what it fetches and compiles are only noise.
[ -t 2 ] || export CARGO_TERM_QUIET=true

say() { printf '%s\n' "$*"; }
die() { printf 'tieout: %s\n' "$*" >&2; exit 1; }

has_wasm_target() { [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]; }

has_std_source() { [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library/std" ]; }

# For wasm builds only. Native builds stay on the machine's own toolchain and on target/: the two compilers share nothing.
wasm_env() {
  export CARGO_TARGET_DIR=$root/target-wasm
  if ! has_wasm_target; then
    export RUSTUP_TOOLCHAIN=debian-web
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=/usr/bin/wasm-ld-22
  fi
  # The standard library built for size, and panics that end the program at once instead of putting their words together: 20 KB
  # less to download. www/boot.js says that the program ended, and where. These are unstable options of the stable compiler;
  # without the library's source the page is built as usual, and larger.
  if has_std_source; then
    export RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Zlocation-detail=none -Zunstable-options -Cpanic=immediate-abort"
    export CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  fi
}

# The first of these programs that is there; prints nothing when there is none.
first_of() {
  local name
  for name in "$@"; do
    if [ -n "$name" ] && command -v "$name"; then return; fi
  done
}

# The browsers the page tests drive.
find_chromium() {
  first_of "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"
}

find_firefox() { first_of "${FIREFOX:-}" firefox-esr firefox "/Applications/Firefox.app/Contents/MacOS/firefox"; }
