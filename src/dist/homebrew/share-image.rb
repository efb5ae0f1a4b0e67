# The formula of a release. render.sh fills in the names between at signs.
class ShareImage < Formula
  desc "Share encrypted Alibaba Cloud ECS images with other accounts"
  homepage "@base@"
  url "@base@/releases/download/v@version@/share-image-@version@.tar.gz"
  sha256 "@sha256:tar.gz@"
  license "Apache-2.0"

  depends_on "openjdk"

  def install
    libexec.install "bin", "lib"
    man.install Dir["man/*"]
    bash_completion.install "completions/share-image.bash" => "share-image"
    zsh_completion.install "completions/_share-image" if File.exist? "completions/_share-image"
    fish_completion.install "completions/share-image.fish" if File.exist? "completions/share-image.fish"
    # The JDK itself, not Homebrew's links to its commands, because the launcher reads the version from a file of the JDK.
    (bin/"share-image").write_env_script libexec/"bin/share-image", Language::Java.overridable_java_home_env
  end

  def post_install
    with_env(SHARE_IMAGE_ARCHIVE: "install") { system bin/"share-image" }
  end

  test do
    assert_equal "share-image #{version}", shell_output("#{bin}/share-image --version").strip
  end
end
